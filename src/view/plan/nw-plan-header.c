/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a place within Prepare: the way back, a heading and a sentence. */

#include "config.h"

#include "view/plan/nw-plan-header.h"

#include "view/widgets/nw-a11y.h"

struct _NwPlanHeader
{
  GtkBox     parent_instance;

  GtkWidget *heading;
  GtkWidget *title;
  GtkWidget *intro;
};

enum
{
  PROP_TITLE = 1,
  PROP_INTRO,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NwPlanHeader, nw_plan_header, GTK_TYPE_BOX)

static void
nw_plan_header_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  NwPlanHeader *self = NW_PLAN_HEADER (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->title)));
      break;
    case PROP_INTRO:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->intro)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_plan_header_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  NwPlanHeader *self = NW_PLAN_HEADER (object);
  const char *text = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";

  switch (property_id)
    {
    case PROP_TITLE:
      gtk_label_set_text (GTK_LABEL (self->title), text);
      nw_a11y_set_name (self->heading, text);
      break;
    case PROP_INTRO:
      gtk_label_set_text (GTK_LABEL (self->intro), text);
      gtk_widget_set_visible (self->intro, *text != '\0');
      nw_a11y_set_description (self->heading, text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_plan_header_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NW_TYPE_PLAN_HEADER);

  G_OBJECT_CLASS (nw_plan_header_parent_class)->dispose (object);
}

static void
nw_plan_header_class_init (NwPlanHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = nw_plan_header_get_property;
  object_class->set_property = nw_plan_header_set_property;
  object_class->dispose = nw_plan_header_dispose;

  /**
   * NwPlanHeader:title:
   *
   * The heading.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * NwPlanHeader:intro:
   *
   * A sentence below it, or an empty text.
   */
  properties[PROP_INTRO] = g_param_spec_string ("intro", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-header.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanHeader, heading);
  gtk_widget_class_bind_template_child (widget_class, NwPlanHeader, title);
  gtk_widget_class_bind_template_child (widget_class, NwPlanHeader, intro);
}

static void
nw_plan_header_init (NwPlanHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nw_a11y_set_landing (self->heading);
}

/**
 * nw_plan_header_take_focus:
 * @self: a header
 *
 * Puts the focus on the heading, so that it is read out.
 */
void
nw_plan_header_take_focus (NwPlanHeader *self)
{
  g_return_if_fail (NW_IS_PLAN_HEADER (self));

  gtk_widget_grab_focus (self->heading);
}
