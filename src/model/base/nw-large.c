/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory for large arrays, in pages that suit them. */

#include "config.h"

#include "model/base/nw-large.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define HUGE_PAGE ((gsize) 2 * 1024 * 1024)

/**
 * nw_large_new:
 * @size: how many bytes
 *
 * Makes room for an array that is filled from its beginning. From a megabyte on,
 * the kernel is asked for huge pages: in a virtual machine, getting the memory
 * in pages of 4 KiB takes longer than filling it.
 *
 * Returns: (transfer full): the memory, to be freed by g_free()
 */
gpointer
nw_large_new (gsize size)
{
  gpointer memory = NULL;

  if (size < HUGE_PAGE / 2)
    return g_malloc (size);
  size = (size + HUGE_PAGE - 1) & ~(HUGE_PAGE - 1);
  if (posix_memalign (&memory, HUGE_PAGE, size) != 0)
    g_error ("no memory for %" G_GSIZE_FORMAT " bytes", size);
#ifdef MADV_HUGEPAGE
  /* Only an advice: without it, all works as well. */
  madvise (memory, size, MADV_HUGEPAGE);
#endif
  return memory;
}

/**
 * nw_large_new0:
 * @size: how many bytes
 *
 * Makes room for an array of zeros, see nw_large_new().
 *
 * Returns: (transfer full): the memory, to be freed by g_free()
 */
gpointer
nw_large_new0 (gsize size)
{
  return memset (nw_large_new (size), 0, size);
}
