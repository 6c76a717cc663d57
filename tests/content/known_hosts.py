# SPDX-License-Identifier: GPL-3.0-or-later
"""Which host may serve the words of which organisation.

An address in the content leads where its organisation says, or to a library
that is known to carry it. A new organisation needs a line here, so that
nobody adds an address without a look at where it goes.
"""

from urllib.parse import urlsplit

LIBRARIES = ("pmc.ncbi.nlm.nih.gov", "pubmed.ncbi.nlm.nih.gov", "doi.org")

HOSTS = {
    "American Academy of Family Physicians": ("aafp.org",),
    "American College of Physicians": ("acpjournals.org",),
    "BMJ": ("bmj.com",),
    "Bolton NHS Foundation Trust": ("boltonft.nhs.uk",),
    "Bridgwater Bay Health, NHS": ("bridgwaterbayhealth.nhs.uk",),
    "British Acupuncture Council": ("acupuncture.org.uk",),
    "Doc Sarah B clinic": ("docsarahb.co.uk",),
    "ESCEO": ("esceo.org",),
    "Experimental and Therapeutic Medicine": ("spandidos-publications.com",),
    "Guideline Central": ("guidelinecentral.com",),
    "Hey Neurosurgeon": ("heyneurosurgeon.co.uk",),
    "Archives of Internal Medicine": ("jamanetwork.com",),
    "Journal of Invasive Cardiology": ("invasivecardiology.com",),
    "Medicina": ("mdpi.com",),
    "NCCIH, US National Institutes of Health": ("nccih.nih.gov", "nccam.nih.gov"),
    "NHS": ("nhs.uk",),
    "NHS Birmingham and Solihull": ("birminghamsolihull.icb.nhs.uk",),
    "NHS Gloucestershire": ("g-care.glos.nhs.uk",),
    "NICE": ("nice.org.uk",),
    "North Bristol NHS Trust": ("nbt.nhs.uk",),
    "Open Journal of Immunology": ("scirp.org",),
    "Southern Medical Journal, at Medscape": ("medscape.com",),
    "US Centers for Medicare and Medicaid Services": ("cms.gov",),
    "University College London Hospitals": ("uclh.nhs.uk",),
    "World Health Organization": ("who.int", "ncbi.nlm.nih.gov"),
    "betanet": ("betanet.de",),
}

# Journals that are read in one of the libraries.
JOURNALS = (
    "Acupuncture in Medicine",
    "American Journal of Translational Research",
    "BMJ Open",
    "Bulletin of the World Health Organization",
    "Cochrane",
    "Evidence-Based Complementary and Alternative Medicine",
    "Frontiers in Neuroscience",
    "JAMA Network Open",
    "Journal of Occupational Rehabilitation",
    "Journal of Pain",
    "Pain",
    "Pediatrics",
    "Quality and Safety in Health Care",
)


def address_fault(address):
    """What is wrong with the form of an address, or None."""
    try:
        parts = urlsplit(address)
        parts.port
    except ValueError as error:
        return str(error)
    if parts.scheme not in ("https", "http"):
        return "is not http or https"
    host = parts.hostname or ""
    if "." not in host or host.endswith(".") or parts.username is not None:
        return "has no proper host"
    if any(c.isspace() or ord(c) > 126 or c in "<>\"{}|\\^`" for c in address):
        return "has a sign that an address cannot have"
    return None


def host_fault(organisation, address):
    """What is wrong with the host for that organisation, or None."""
    if organisation in HOSTS:
        allowed = HOSTS[organisation]
    elif organisation in JOURNALS:
        allowed = LIBRARIES
    else:
        return f"no host is known for “{organisation}”"
    host = urlsplit(address).hostname or ""
    if any(host == h or host.endswith("." + h) for h in allowed):
        return None
    return f"{host} is not a host of “{organisation}”"
