/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces one below the other, of any number, each built where it is looked at. */

#include "config.h"

#include "view/widgets/nw-pieces-private.h"

#include <math.h>
#include <string.h>

#include "view/widgets/nw-reveal.h"

/* The letters of a line, for a guess. */
#define LINE_LETTERS 70.0
/* For so many pieces of a list a guess is made of what they say. */
#define MOST_GUESSES 200

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NwPieces, nw_pieces, GTK_TYPE_WIDGET)

NwPiecesPrivate *
nw_pieces_get_private (NwPieces *self)
{
  return nw_pieces_get_instance_private (self);
}

NwPiece *
nw_pieces_get_piece (NwPiecesPrivate *priv,
                     guint            index)
{
  return &g_array_index (priv->pieces, NwPiece, index);
}

static gboolean
is_seen (NwPieces      *self,
         const NwPiece *piece,
         guint          index)
{
  const NwPiecesClass *klass = NW_PIECES_GET_CLASS (self);

  if (piece->widget != NULL)
    return gtk_widget_get_visible (piece->widget);
  return klass->is_shown == NULL || klass->is_shown (self, index);
}

/* Layout */

static int
get_line_height (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);
  PangoFontMetrics *metrics;

  if (priv->line_height == 0)
    {
      metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                           NULL, NULL);
      priv->line_height = MAX (1, pango_font_metrics_get_height (metrics) / PANGO_SCALE);
      pango_font_metrics_unref (metrics);
    }
  return priv->line_height;
}

/* To guess for thousands would take longer than a frame. Where there are more than are near,
 * they are taken to be as high as the first ones are. */
int
nw_pieces_get_guess (NwPieces *self,
                     guint     index)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);
  NwPiece *piece = nw_pieces_get_piece (priv, index);
  double height;

  if (piece->guess > 0)
    return piece->guess;
  if (priv->n_guessed >= MOST_GUESSES)
    {
      piece->guess = (int) (priv->guessed / priv->n_guessed);
      return piece->guess;
    }
  height = ceil (NW_PIECES_GET_CLASS (self)->guess (self, index) * get_line_height (self));
  piece->guess = MAX (1, (int) height);
  priv->n_guessed++;
  priv->guessed += piece->guess;
  return piece->guess;
}

static gboolean
has_style (NwPiecesPrivate *priv,
           const NwPiece   *piece)
{
  return !priv->waits || piece->age != priv->age;
}

/* How high it would be without its style is of no use, and takes as long to find. */
static int
get_height (NwPieces *self,
            NwPiece  *piece,
            guint     index,
            int       width,
            gboolean  wants_style)
{
  int height;

  if (piece->widget == NULL || wants_style)
    return piece->guess > 0 ? piece->guess : nw_pieces_get_guess (self, index);
  gtk_widget_measure (piece->widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return MAX (1, height);
}

static int
lay_out (NwPieces *self,
         int       width,
         gboolean  allocate)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);
  int y = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < priv->pieces->len; i++)
    {
      NwPiece *piece = nw_pieces_get_piece (priv, i);
      int height = 0;

      if (is_seen (self, piece, i))
        {
          y += any ? priv->spacing : 0;
          any = TRUE;
          /* What is placed is painted, and wants its own height, come what may. */
          height = get_height (self, piece, i, width, !allocate && !has_style (priv, piece));
        }
      if (allocate)
        {
          GtkAllocation allocation = { 0, y, width, height };

          piece->y = y;
          piece->height = height;
          if (piece->widget != NULL && height > 0)
            gtk_widget_size_allocate (piece->widget, &allocation, -1);
        }
      y += height;
    }
  return y;
}

static void
measure_width (NwPieces *self,
               int      *minimum,
               int      *natural)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);

  for (guint i = 0; i < priv->pieces->len; i++)
    {
      const NwPiece *piece = nw_pieces_get_piece (priv, i);
      int least;
      int wanted;

      if (piece->widget == NULL || !gtk_widget_get_visible (piece->widget)
          || !has_style (priv, piece))
        continue;
      gtk_widget_measure (piece->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted,
                          NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

static void
nw_pieces_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  NwPieces *self = NW_PIECES (widget);
  int width = for_size;
  int least = 0;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  if (width < 0)
    measure_width (self, &least, &width);
  *minimum = *natural = lay_out (self, width, FALSE);
}

static void
nw_pieces_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  lay_out (NW_PIECES (widget), width, TRUE);
}

static GtkSizeRequestMode
nw_pieces_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Another font makes other heights. */
static void
forget_guesses (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);

  priv->line_height = 0;
  priv->n_guessed = 0;
  priv->guessed = 0;
  for (guint i = 0; i < priv->pieces->len; i++)
    nw_pieces_get_piece (priv, i)->guess = 0;
}

static void
nw_pieces_system_setting_changed (GtkWidget        *widget,
                                  GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (nw_pieces_parent_class)->system_setting_changed (widget, setting);

  forget_guesses (NW_PIECES (widget));
  gtk_widget_queue_resize (widget);
}

static void
forget_wait (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);

  priv->waits = FALSE;
  priv->age++;
}

static void
styled_cb (GtkWidget *widget)
{
  forget_wait (NW_PIECES (widget));
  gtk_widget_queue_resize (widget);
}

/* To be called where something new is in a window. */
static void
wait_for_styles (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);

  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;
  priv->waits = nw_style_wait_begin (GTK_WIDGET (self), styled_cb);
  if (!priv->waits)
    forget_wait (self);
}

static void
nw_pieces_realize (GtkWidget *widget)
{
  NwPieces *self = NW_PIECES (widget);
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);

  GTK_WIDGET_CLASS (nw_pieces_parent_class)->realize (widget);

  if (priv->a11y_status == NULL)
    {
      priv->a11y_status = nw_a11y_status_get_default ();
      g_signal_connect_object (priv->a11y_status, "notify::used",
                               G_CALLBACK (nw_pieces_start_idle), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&priv->adjustment, nw_reveal_get_adjustment (widget));
  if (priv->adjustment != NULL)
    priv->scrolled_id = g_signal_connect_swapped (priv->adjustment, "value-changed",
                                                  G_CALLBACK (nw_pieces_note_anchor), self);
  priv->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  nw_layout_rounds_count (priv->clock);
  priv->layout_id = g_signal_connect_data (priv->clock, "layout",
                                           G_CALLBACK (nw_pieces_laid_out), self, NULL,
                                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  wait_for_styles (self);
}

static void
stop (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);

  g_clear_handle_id (&priv->idle_id, g_source_remove);
  if (priv->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->tick_id);
  priv->tick_id = 0;
  if (priv->clock != NULL)
    g_clear_signal_handler (&priv->layout_id, priv->clock);
  g_clear_object (&priv->clock);
  if (priv->adjustment != NULL)
    g_clear_signal_handler (&priv->scrolled_id, priv->adjustment);
  g_clear_object (&priv->adjustment);
}

static void
nw_pieces_unrealize (GtkWidget *widget)
{
  nw_style_wait_end (widget);
  forget_wait (NW_PIECES (widget));
  stop (NW_PIECES (widget));

  GTK_WIDGET_CLASS (nw_pieces_parent_class)->unrealize (widget);
}

/* Focus */

static int
find_focus (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; i < priv->pieces->len && child != NULL; i++)
    if (nw_pieces_get_piece (priv, i)->widget == child)
      return (int) i;
  return -1;
}

static gboolean
focus_piece (NwPieces         *self,
             guint             index,
             GtkDirectionType  direction)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);
  GtkAdjustment *adjustment = nw_reveal_get_adjustment (GTK_WIDGET (self));
  double value = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
  GtkWidget *widget = nw_pieces_get_piece (priv, index)->widget;
  gboolean is_new = widget == NULL || gtk_widget_get_height (widget) == 0;
  NwPiecesRange around = { nw_pieces_get_piece (priv, index)->y - NW_PIECES_WINDOW_HEIGHT,
                   nw_pieces_get_piece (priv, index)->y + NW_PIECES_WINDOW_HEIGHT };
  gboolean is_settled = nw_pieces_find_unbuilt (self, around) < 0;

  if (!is_seen (self, nw_pieces_get_piece (priv, index), index)
      || !gtk_widget_child_focus (nw_pieces_build (self, index), direction))
    return FALSE;
  /* GTK scrolls to where it takes it to be before it is laid out. */
  if (is_new && adjustment != NULL)
    gtk_adjustment_set_value (adjustment, value);
  priv->wants_reveal |= is_new || !is_settled;
  return TRUE;
}

/* Tab goes from piece to piece, built or not. */
static gboolean
nw_pieces_focus (GtkWidget        *widget,
                 GtkDirectionType  direction)
{
  NwPieces *self = NW_PIECES (widget);
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  int n = (int) priv->pieces->len;
  int index = find_focus (self);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (nw_pieces_parent_class)->focus (widget, direction);

  if (index < 0)
    index = step > 0 ? 0 : n - 1;
  for (; index >= 0 && index < n; index += step)
    if (focus_piece (self, (guint) index, direction))
      return TRUE;
  return FALSE;
}

/* Overrides */

static void
clear (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    {
      /* Whoever removes a piece by a button of its own is in the middle of a
       * click, and GTK holds on to all that is around the button: disposed of,
       * it does not listen any more to what has freed what it showed. */
      g_object_ref (child);
      gtk_widget_unparent (child);
      g_object_run_dispose (G_OBJECT (child));
      g_object_unref (child);
    }
  g_array_set_size (priv->pieces, 0);
  priv->n_guessed = 0;
  priv->guessed = 0;
  priv->n_built = 0;
  priv->n_within = 0;
  priv->anchor = -1;
}

static void
nw_pieces_dispose (GObject *object)
{
  NwPieces *self = NW_PIECES (object);
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);

  stop (self);
  clear (self);
  g_clear_object (&priv->a11y_status);

  G_OBJECT_CLASS (nw_pieces_parent_class)->dispose (object);
}

static void
nw_pieces_finalize (GObject *object)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (NW_PIECES (object));

  g_array_unref (priv->pieces);

  G_OBJECT_CLASS (nw_pieces_parent_class)->finalize (object);
}

static void
nw_pieces_class_init (NwPiecesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_pieces_dispose;
  object_class->finalize = nw_pieces_finalize;
  widget_class->measure = nw_pieces_measure;
  widget_class->size_allocate = nw_pieces_size_allocate;
  widget_class->snapshot = nw_reveal_snapshot;
  widget_class->get_request_mode = nw_pieces_get_request_mode;
  widget_class->system_setting_changed = nw_pieces_system_setting_changed;
  widget_class->realize = nw_pieces_realize;
  widget_class->unrealize = nw_pieces_unrealize;
  widget_class->focus = nw_pieces_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_pieces_init (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_instance_private (self);

  priv->pieces = g_array_new (FALSE, TRUE, sizeof (NwPiece));
  priv->anchor = -1;
}

/**
 * nw_pieces_set_spacing:
 * @self: a list
 * @spacing: pixels
 *
 * Sets how far its pieces are apart.
 */
void
nw_pieces_set_spacing (NwPieces *self,
                       int       spacing)
{
  NwPiecesPrivate *priv;

  g_return_if_fail (NW_IS_PIECES (self));

  priv = nw_pieces_get_instance_private (self);
  priv->spacing = spacing;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * nw_pieces_set_n:
 * @self: a list
 * @n: how many pieces there are
 *
 * Removes what is shown, and shows other pieces. As many are built at once as
 * one frame has time for, as many as a window shows with the frames that follow,
 * and the others where one comes near them.
 */
void
nw_pieces_set_n (NwPieces *self,
                 guint     n)
{
  NwPiecesPrivate *priv;
  int height = 0;

  g_return_if_fail (NW_IS_PIECES (self));

  priv = nw_pieces_get_instance_private (self);
  clear (self);
  g_array_set_size (priv->pieces, n);
  for (guint i = 0; i < n && height < NW_PIECES_FRAME_HEIGHT; i++)
    if (nw_pieces_is_shown (self, i))
      {
        height += nw_pieces_get_guess (self, i) + priv->spacing;
        nw_pieces_build (self, i);
      }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * nw_pieces_get_n:
 * @self: a list
 *
 * Returns: how many pieces there are
 */
guint
nw_pieces_get_n (NwPieces *self)
{
  NwPiecesPrivate *priv;

  g_return_val_if_fail (NW_IS_PIECES (self), 0);

  priv = nw_pieces_get_instance_private (self);
  return priv->pieces->len;
}

/**
 * nw_pieces_get:
 * @self: a list
 * @index: one of its pieces
 *
 * Returns: (transfer none) (nullable): its widget, or %NULL where it is not
 *   built yet
 */
GtkWidget *
nw_pieces_get (NwPieces *self,
               guint     index)
{
  NwPiecesPrivate *priv;

  g_return_val_if_fail (NW_IS_PIECES (self), NULL);

  priv = nw_pieces_get_instance_private (self);
  g_return_val_if_fail (index < priv->pieces->len, NULL);

  return nw_pieces_get_piece (priv, index)->widget;
}

static guint
count_within (GtkWidget *widget)
{
  guint n = 0;

  if (NW_IS_PIECES (widget))
    {
      NwPiecesPrivate *priv = nw_pieces_get_instance_private (NW_PIECES (widget));

      return priv->n_within;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_within (child);
  return n;
}

static void
add_within (NwPieces *self,
            guint     n)
{
  for (GtkWidget *it = GTK_WIDGET (self); it != NULL; it = gtk_widget_get_parent (it))
    if (NW_IS_PIECES (it))
      {
        NwPiecesPrivate *priv = nw_pieces_get_instance_private (NW_PIECES (it));

        priv->n_within += n;
      }
}

/**
 * nw_pieces_build:
 * @self: a list
 * @index: one of its pieces
 *
 * Sees to it that a piece is there.
 *
 * Returns: (transfer none): its widget
 */
GtkWidget *
nw_pieces_build (NwPieces *self,
                 guint     index)
{
  NwPiecesPrivate *priv;
  NwPiece *piece;
  GtkWidget *before = NULL;

  g_return_val_if_fail (NW_IS_PIECES (self), NULL);

  priv = nw_pieces_get_instance_private (self);
  g_return_val_if_fail (index < priv->pieces->len, NULL);

  piece = nw_pieces_get_piece (priv, index);
  if (piece->widget != NULL)
    return piece->widget;
  for (guint i = index; i-- > 0 && before == NULL;)
    before = nw_pieces_get_piece (priv, i)->widget;
  piece->widget = NW_PIECES_GET_CLASS (self)->build (self, index);
  piece->age = priv->age;
  priv->n_built++;
  add_within (self, 1 + count_within (piece->widget));
  gtk_widget_insert_after (piece->widget, GTK_WIDGET (self), before);
  wait_for_styles (self);
  return piece->widget;
}

/**
 * nw_pieces_is_shown:
 * @self: a list
 * @index: one of its pieces
 *
 * Returns: whether a piece is to be seen
 */
gboolean
nw_pieces_is_shown (NwPieces *self,
                    guint     index)
{
  NwPiecesClass *klass;

  g_return_val_if_fail (NW_IS_PIECES (self), FALSE);

  klass = NW_PIECES_GET_CLASS (self);
  return klass->is_shown == NULL || klass->is_shown (self, index);
}

/**
 * nw_pieces_reveal_focus:
 * @self: a list in which something new has taken the focus
 *
 * Scrolls to it as soon as it has been laid out.
 */
void
nw_pieces_reveal_focus (NwPieces *self)
{
  NwPiecesPrivate *priv;

  g_return_if_fail (NW_IS_PIECES (self));

  priv = nw_pieces_get_instance_private (self);
  priv->wants_reveal = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * nw_pieces_guess_words:
 * @text: (nullable): a text
 *
 * Returns: how many lines it takes in a column, about
 */
double
nw_pieces_guess_words (const char *text)
{
  double n = 0;

  while (text != NULL && *text != '\0')
    {
      gsize length = strcspn (text, "\n");

      n += ceil (MAX (length, 1) / LINE_LETTERS);
      text += length + (text[length] == '\n');
    }
  return n;
}
