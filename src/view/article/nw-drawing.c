/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The illustrations: the few parts of SVG that they are made of, painted by
 * cairo. A library that can do all of SVG takes more memory than the article.
 * What it does not know it refuses, so a drawing is right or is not there. */

#include "config.h"

#include "view/article/nw-drawing.h"

#define PICTURES_PATH NW_RESOURCE_PATH "/content/pictures/"
#define MAX_DASHES 2
#define MAX_DEPTH 8

typedef struct
{
  GdkRGBA           fill;
  GdkRGBA           stroke;
  double            width;
  cairo_line_cap_t  cap;
  cairo_line_join_t join;
  cairo_fill_rule_t rule;
  double            dashes[MAX_DASHES];
  int               n_dashes;
} Style;

typedef struct
{
  cairo_t    *cr;
  int         width;
  int         height;

  /* The styles of the elements that are open, and how many there are. */
  Style       styles[MAX_DEPTH];
  int         depth;
  gboolean    in_sheet;
  /* Declarations by class, outlines by id. */
  GHashTable *classes;
  GHashTable *clips;
  /* The id of the outline that is being drawn. */
  char       *clip;
} Painter;

/* Style */

static gboolean
parse_color (const char *value,
             GdkRGBA    *color)
{
  *color = (GdkRGBA) { 0 };
  return g_str_equal (value, "none") || gdk_rgba_parse (color, value);
}

static gboolean
parse_dashes (Style      *style,
              const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, " ", -1);
  guint n = g_strv_length (parts);

  if (n > MAX_DASHES)
    return FALSE;
  for (guint i = 0; i < n; i++)
    style->dashes[i] = g_ascii_strtod (parts[i], NULL);
  style->n_dashes = (int) n;
  return TRUE;
}

static gboolean
apply_property (Style      *style,
                const char *name,
                const char *value)
{
  gboolean is_round = g_str_equal (value, "round");

  if (g_str_equal (name, "fill"))
    return parse_color (value, &style->fill);
  if (g_str_equal (name, "stroke"))
    return parse_color (value, &style->stroke);
  if (g_str_equal (name, "stroke-dasharray"))
    return parse_dashes (style, value);
  if (g_str_equal (name, "stroke-width"))
    style->width = g_ascii_strtod (value, NULL);
  else if (g_str_equal (name, "stroke-linecap") && is_round)
    style->cap = CAIRO_LINE_CAP_ROUND;
  else if (g_str_equal (name, "stroke-linejoin") && is_round)
    style->join = CAIRO_LINE_JOIN_ROUND;
  else if (g_str_equal (name, "fill-rule") && g_str_equal (value, "evenodd"))
    style->rule = CAIRO_FILL_RULE_EVEN_ODD;
  else
    return FALSE;
  return TRUE;
}

static gboolean
apply_class (Painter    *self,
             Style      *style,
             const char *name)
{
  const char *declarations = g_hash_table_lookup (self->classes, name);
  g_auto (GStrv) parts = declarations != NULL ? g_strsplit (declarations, ";", -1) : NULL;
  gboolean done = parts != NULL;

  for (gsize i = 0; done && parts[i] != NULL; i++)
    {
      char *colon = strchr (parts[i], ':');

      if (colon == NULL)
        return FALSE;
      *colon = '\0';
      done = apply_property (style, parts[i], colon + 1);
    }
  return done;
}

/* `.class{declarations}`, and nothing else. */
static gboolean
read_sheet (Painter    *self,
            const char *text)
{
  g_auto (GStrv) rules = g_strsplit (text, "}", -1);

  for (gsize i = 0; rules[i] != NULL; i++)
    {
      char *rule = g_strstrip (rules[i]);
      char *brace = strchr (rule, '{');

      if (*rule == '\0')
        continue;
      if (*rule != '.' || brace == NULL)
        return FALSE;
      g_hash_table_insert (self->classes, g_strndup (rule + 1, (gsize) (brace - rule - 1)),
                           g_strdup (brace + 1));
    }
  return TRUE;
}

/* Shapes */

static void
trace_rectangle (cairo_t *cr,
                 double   x,
                 double   y,
                 double   width,
                 double   height,
                 double   r)
{
  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
trace_circle (cairo_t *cr,
              double   x,
              double   y,
              double   r)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static gboolean
read_numbers (const char **text,
              double      *numbers,
              int          n)
{
  for (int i = 0; i < n; i++)
    {
      char *end;

      *text += strspn (*text, " ,\n");
      numbers[i] = g_ascii_strtod (*text, &end);
      if (end == *text)
        return FALSE;
      *text = end;
    }
  return TRUE;
}

/* How many numbers a command of a path takes; -1 where it is not known. */
static int
count_numbers (char command)
{
  switch (g_ascii_toupper (command))
    {
    case 'Z':
      return 0;
    case 'H':
    case 'V':
      return 1;
    case 'M':
    case 'L':
      return 2;
    case 'S':
      return 4;
    case 'C':
      return 6;
    default:
      return -1;
    }
}

/* Where a path has got to: its end, the other side of the last curve’s second
 * control point, and where its part began. */
typedef struct
{
  double x;
  double y;
  double mirror_x;
  double mirror_y;
  double start_x;
  double start_y;
} Pen;

static void
curve_to (cairo_t      *cr,
          Pen          *pen,
          double        x,
          double        y,
          const double *v)
{
  cairo_curve_to (cr, x, y, v[0], v[1], v[2], v[3]);
  *pen = (Pen) { v[2], v[3], 2 * v[2] - v[0], 2 * v[3] - v[1], pen->start_x, pen->start_y };
}

static void
move_pen (Pen    *pen,
          double  x,
          double  y)
{
  *pen = (Pen) { x, y, x, y, pen->start_x, pen->start_y };
}

/* @v are absolute. */
static void
follow (cairo_t      *cr,
        Pen          *pen,
        char          command,
        const double *v)
{
  switch (g_ascii_toupper (command))
    {
    case 'Z':
      cairo_close_path (cr);
      move_pen (pen, pen->start_x, pen->start_y);
      break;
    case 'M':
      cairo_move_to (cr, v[0], v[1]);
      pen->start_x = v[0];
      pen->start_y = v[1];
      move_pen (pen, v[0], v[1]);
      break;
    case 'S':
      curve_to (cr, pen, pen->mirror_x, pen->mirror_y, v);
      break;
    case 'C':
      curve_to (cr, pen, v[0], v[1], v + 2);
      break;
    default:
      move_pen (pen, command == 'V' || command == 'v' ? pen->x : v[0],
                command == 'H' || command == 'h' ? pen->y : v[1]);
      cairo_line_to (cr, pen->x, pen->y);
    }
}

static gboolean
trace_path (cairo_t    *cr,
            const char *text)
{
  Pen pen = { 0 };
  char command = '\0';

  while (*(text += strspn (text, " ,\n")) != '\0')
    {
      double v[6] = { 0 };
      int n;

      if (g_ascii_isalpha (*text))
        command = *text++;
      else if (command == 'M' || command == 'm')
        command = command == 'M' ? 'L' : 'l';
      n = count_numbers (command);
      if (n < 0)
        return FALSE;
      /* A vertical line has its number in the second place. */
      if (!read_numbers (&text, command == 'V' || command == 'v' ? v + 1 : v, n))
        return FALSE;
      for (int i = 0; g_ascii_islower (command) && i < 6; i += 2)
        {
          v[i] += pen.x;
          v[i + 1] += pen.y;
        }
      follow (cr, &pen, command, v);
      if (n == 0)
        command = '\0';
    }
  return TRUE;
}

static void
fill_and_stroke (Painter     *self,
                 const Style *style)
{
  cairo_t *cr = self->cr;

  cairo_set_fill_rule (cr, style->rule);
  gdk_cairo_set_source_rgba (cr, &style->fill);
  if (style->fill.alpha > 0)
    cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->stroke);
  cairo_set_line_width (cr, style->width);
  cairo_set_line_cap (cr, style->cap);
  cairo_set_line_join (cr, style->join);
  cairo_set_dash (cr, style->dashes, style->n_dashes, 0);
  if (style->stroke.alpha > 0)
    cairo_stroke_preserve (cr);
  cairo_new_path (cr);
}

/* Elements */

static const struct
{
  const char *name;
  /* What else may be there, beside properties of the style. */
  const char *attributes[6];
} elements[] = {
  { "svg", { "width", "height", "viewBox", "xmlns" } },
  { "style" },
  { "defs" },
  { "g", { "class", "clip-path" } },
  { "clipPath", { "id" } },
  { "rect", { "x", "y", "width", "height", "rx", "class" } },
  { "circle", { "cx", "cy", "r", "class" } },
  { "path", { "d", "class" } },
};

static const char *
find_value (const char **names,
            const char **values,
            const char  *name)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

static double
get_number (const char **names,
            const char **values,
            const char  *name)
{
  const char *value = find_value (names, values, name);

  return value != NULL ? g_ascii_strtod (value, NULL) : 0;
}

static gboolean
apply_attributes (Painter     *self,
                  const char  *element,
                  const char **names,
                  const char **values)
{
  Style *style = &self->styles[self->depth];
  const char *class = find_value (names, values, "class");
  gsize kind = 0;

  while (kind < G_N_ELEMENTS (elements) && !g_str_equal (elements[kind].name, element))
    kind++;
  if (kind == G_N_ELEMENTS (elements))
    return FALSE;
  for (gsize i = 0; names[i] != NULL; i++)
    {
      gsize j = 0;

      while (j < G_N_ELEMENTS (elements[kind].attributes)
             && g_strcmp0 (elements[kind].attributes[j], names[i]) != 0)
        j++;
      if (j == G_N_ELEMENTS (elements[kind].attributes)
          && !apply_property (style, names[i], values[i]))
        return FALSE;
    }
  return class == NULL || apply_class (self, style, class);
}

static gboolean
use_clip (Painter    *self,
          const char *address)
{
  g_autofree char *id = NULL;
  cairo_path_t *path;

  if (!g_str_has_prefix (address, "url(#") || !g_str_has_suffix (address, ")"))
    return FALSE;
  id = g_strndup (address + 5, strlen (address) - 6);
  path = g_hash_table_lookup (self->clips, id);
  if (path == NULL)
    return FALSE;
  cairo_append_path (self->cr, path);
  cairo_clip (self->cr);
  return TRUE;
}

static gboolean
begin (Painter     *self,
       const char  *element,
       const char **names,
       const char **values)
{
  cairo_t *cr = self->cr;
  double x = get_number (names, values, "x");
  double y = get_number (names, values, "y");
  double width = get_number (names, values, "width");
  double height = get_number (names, values, "height");
  const char *text;

  if (!apply_attributes (self, element, names, values))
    return FALSE;
  self->in_sheet = g_str_equal (element, "style");
  if (g_str_equal (element, "g"))
    {
      cairo_save (cr);
      text = find_value (names, values, "clip-path");
      return text == NULL || use_clip (self, text);
    }
  if (g_str_equal (element, "clipPath"))
    self->clip = g_strdup (find_value (names, values, "id"));

  if (g_str_equal (element, "svg"))
    {
      self->width = (int) width;
      self->height = (int) height;
      return width > 0 && height > 0;
    }
  if (g_str_equal (element, "rect"))
    trace_rectangle (cr, x, y, width, height, get_number (names, values, "rx"));
  else if (g_str_equal (element, "circle"))
    trace_circle (cr, get_number (names, values, "cx"), get_number (names, values, "cy"),
                  get_number (names, values, "r"));
  else if (g_str_equal (element, "path"))
    {
      text = find_value (names, values, "d");
      if (text == NULL || !trace_path (cr, text))
        return FALSE;
    }
  if (cairo_has_current_point (cr) && self->clip == NULL)
    fill_and_stroke (self, &self->styles[self->depth]);
  return TRUE;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Painter *self = user_data;
  gboolean done = self->depth + 1 < MAX_DEPTH;

  if (done)
    {
      self->styles[self->depth + 1] = self->styles[self->depth];
      self->depth++;
      done = begin (self, element, names, values);
    }
  if (!done)
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                 "This “%s” is more than drawings may have", element);
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *element,
                gpointer              user_data,
                GError              **error)
{
  Painter *self = user_data;

  self->depth--;
  self->in_sheet = FALSE;
  if (g_str_equal (element, "g"))
    cairo_restore (self->cr);
  if (!g_str_equal (element, "clipPath") || self->clip == NULL)
    return;
  g_hash_table_insert (self->clips, g_steal_pointer (&self->clip), cairo_copy_path (self->cr));
  cairo_new_path (self->cr);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Painter *self = user_data;

  if (self->in_sheet && !read_sheet (self, text))
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                 "The style sheet has more than classes");
}

/**
 * nw_drawing_run:
 * @svg: a drawing
 * @cr: (nullable): where to paint it, in its own measures, or %NULL
 * @width: (out): how wide it is
 * @height: (out): how high
 * @error: what is wrong with it
 *
 * Reads a drawing, and paints it. Of SVG it knows `g`, `rect`, `circle`, `path`
 * without arcs and quadratic curves, classes, and outlines to clip by, which
 * stand before their use. It knows no transformations.
 *
 * Returns: whether all of it could be read
 */
gboolean
nw_drawing_run (GBytes   *svg,
                cairo_t  *cr,
                int      *width,
                int      *height,
                GError  **error)
{
  static const GMarkupParser parser = { .start_element = start_element_cb,
                                        .end_element = end_element_cb,
                                        .text = text_cb };
  Painter self = { .styles[0] = { .fill.alpha = 1, .width = 1 } };
  g_autoptr (GMarkupParseContext) context = NULL;
  gsize length;
  const char *text;
  gboolean done;

  g_return_val_if_fail (svg != NULL, FALSE);
  g_return_val_if_fail (width != NULL && height != NULL, FALSE);

  text = g_bytes_get_data (svg, &length);
  self.classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.clips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) cairo_path_destroy);
  if (cr != NULL)
    self.cr = cairo_reference (cr);
  else
    {
      /* Nothing is painted on nothing. */
      cairo_surface_t *none = cairo_image_surface_create (CAIRO_FORMAT_A8, 0, 0);

      self.cr = cairo_create (none);
      cairo_surface_destroy (none);
    }
  context = g_markup_parse_context_new (&parser, 0, &self, NULL);
  done = g_markup_parse_context_parse (context, text, (gssize) length, error)
         && g_markup_parse_context_end_parse (context, error);

  *width = self.width;
  *height = self.height;
  g_free (self.clip);
  g_hash_table_unref (self.classes);
  g_hash_table_unref (self.clips);
  cairo_destroy (self.cr);
  return done;
}

/* Files */

static GBytes *
load (const char  *file,
      GError     **error)
{
  g_autofree char *path = g_strconcat (PICTURES_PATH, file, NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/**
 * nw_drawing_exists:
 * @file: a name in `content/pictures`
 *
 * Returns: whether there is such a drawing
 */
gboolean
nw_drawing_exists (const char *file)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (file != NULL, FALSE);

  path = g_strconcat (PICTURES_PATH, file, NULL);
  return g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

/**
 * nw_drawing_measure:
 * @file: a name in `content/pictures`
 * @width: (out): how wide it is
 * @height: (out): how high
 * @error: what is wrong with it
 *
 * Looks through a drawing.
 *
 * Returns: whether it is there and can be painted
 */
gboolean
nw_drawing_measure (const char  *file,
                    int         *width,
                    int         *height,
                    GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (file != NULL, FALSE);

  bytes = load (file, error);
  return bytes != NULL && nw_drawing_run (bytes, NULL, width, height, error);
}

/**
 * nw_drawing_paint:
 * @file: a drawing that nw_drawing_measure() could read
 * @cr: where to paint it, in its own measures
 *
 * Paints a drawing.
 */
void
nw_drawing_paint (const char *file,
                  cairo_t    *cr)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int width;
  int height;

  g_return_if_fail (file != NULL);
  g_return_if_fail (cr != NULL);

  bytes = load (file, &error);
  if (bytes == NULL || !nw_drawing_run (bytes, cr, &width, &height, &error))
    g_warning ("%s: %s", file, error->message);
}
