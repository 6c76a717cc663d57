/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One piece of advice: what was said, why it matters, what to do, what to say. */

#include "config.h"

#include "view/screening/nw-advice-card.h"

#include <glib/gi18n.h>

#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

struct _NwAdviceCard
{
  GtkWidget  parent_instance;

  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (NwAdviceCard, nw_advice_card, GTK_TYPE_WIDGET)

static void
add_part (NwAdviceCard *self,
          const char   *title,
          const char   *text,
          const char   *css_class)
{
  GtkWidget *part;

  if (text == NULL)
    return;

  part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (part, css_class);
  gtk_box_append (GTK_BOX (part), nw_words_new (title, "nw-advice-title"));
  gtk_box_append (GTK_BOX (part), nw_words_new_lines (text, "nw-body"));
  gtk_box_append (GTK_BOX (self->card), part);
}

static void
nw_advice_card_dispose (GObject *object)
{
  g_clear_pointer (&NW_ADVICE_CARD (object)->card, gtk_widget_unparent);

  G_OBJECT_CLASS (nw_advice_card_parent_class)->dispose (object);
}

static void
nw_advice_card_class_init (NwAdviceCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_advice_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nw_advice_card_init (NwAdviceCard *self)
{
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->card, "nw-card");
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
}

/**
 * nw_advice_card_new:
 * @advice: a piece of advice
 *
 * Returns: (transfer floating): a card that shows it
 */
GtkWidget *
nw_advice_card_new (const NwAdvice *advice)
{
  NwAdviceCard *self;

  g_return_val_if_fail (advice != NULL, NULL);

  self = g_object_new (NW_TYPE_ADVICE_CARD, NULL);
  nw_a11y_set_name (GTK_WIDGET (self), advice->said != NULL ? advice->said : _("Advice"));
  add_part (self, _("You said"), advice->said, "nw-advice-part");
  add_part (self, _("Why it matters"), advice->why, "nw-advice-part");
  add_part (self, _("What to do"), advice->todo, "nw-advice-part");
  add_part (self, _("What to say"), advice->say, "nw-advice-say");

  return GTK_WIDGET (self);
}
