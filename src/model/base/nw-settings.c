/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings that want more care than GSettings takes. */

#include "config.h"

#include "model/base/nw-settings.h"

#include <math.h>

/**
 * nw_settings_get_text_scale:
 * @settings: the settings of the program
 *
 * The range of the schema lets `nan` pass, which is neither below nor above it.
 *
 * Returns: by what the desktop’s size of text is multiplied, from 0.7 to 3
 */
double
nw_settings_get_text_scale (GSettings *settings)
{
  double scale;

  g_return_val_if_fail (G_IS_SETTINGS (settings), 1.0);

  scale = g_settings_get_double (settings, "text-scale");
  return isnan (scale) ? 1.0 : scale;
}
