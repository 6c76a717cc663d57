/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which country, and where it matters which part of it. */

#include "config.h"

#include "view/plan/nw-plan-where.h"

#include <glib/gi18n.h>

#include "view/plan/nw-plan-parts.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-tiles.h"

struct _NwPlanWhere
{
  GtkBox           parent_instance;

  GtkWidget       *chosen;
  GtkWidget       *chosen_label;
  GtkWidget       *change_button;
  GtkWidget       *chooser;
  GtkWidget       *search;
  GtkWidget       *scrolled;
  GtkWidget       *list;
  GtkWidget       *missing;
  GtkWidget       *regions_title;
  GtkWidget       *regions;

  NwPlan          *plan;
  NwDirectory     *directory;
  gboolean         with_region;
  /* Whether the list waits for a button. */
  gboolean         folded;
  /* What is shown, to build the parts anew only when it changes. */
  char            *shown_country;
};

G_DEFINE_FINAL_TYPE (NwPlanWhere, nw_plan_where, GTK_TYPE_BOX)

/* Countries */

static NwCountry *
ref_country (NwPlanWhere *self,
             GtkWidget   *row)
{
  return g_list_model_get_item (G_LIST_MODEL (self->directory),
                                (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

/* The first row that is found. */
static GtkWidget *
get_first_row (NwPlanWhere *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  while (row != NULL && !gtk_widget_get_visible (row))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* The part of a country that was typed, if it is asked for and there is one. */
static const char *
find_region (NwPlanWhere *self,
             NwCountry   *country)
{
  if (!self->with_region)
    return NULL;
  return nw_country_find_region (country, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
name_row (NwPlanWhere *self,
          GtkWidget   *row,
          NwCountry   *country)
{
  GtkWidget *label = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  const char *region = find_region (self, country);
  g_autofree char *name = NULL;

  if (region == NULL)
    name = g_strdup (nw_country_get_name (country));
  else
    /* Translators: a part of a country and the country, as “California, United States” */
    name = g_strdup_printf (C_("place", "%s, %s"),
                            nw_country_get_region_name (country, region),
                            nw_country_get_name (country));
  if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), name))
    return;

  gtk_label_set_text (GTK_LABEL (label), name);
  nw_a11y_set_name (row, name);
}

static GtkWidget *
create_country_row (gpointer item,
                    gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), nw_plan_parts_new_label ("", NULL));
  name_row (NW_PLAN_WHERE (user_data), row, NW_COUNTRY (item));
  return row;
}

/* The rows stay, so that a letter costs no more than what changes by it. */
static void
search_changed_cb (NwPlanWhere *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean is_found;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list);
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autoptr (NwCountry) country = ref_country (self, row);

      gtk_widget_set_visible (row, nw_country_matches (country, text));
      if (gtk_widget_get_visible (row))
        name_row (self, row, country);
    }
  is_found = get_first_row (self) != NULL;
  gtk_widget_set_visible (self->missing, !is_found);
  gtk_widget_set_visible (self->list, is_found);
}

static void
choose_row (NwPlanWhere *self,
            GtkWidget   *row)
{
  g_autoptr (NwCountry) country = ref_country (self, row);
  const char *region = find_region (self, country);

  if (region != NULL)
    nw_plan_set_where (self->plan, nw_country_get_code (country), region);
  else
    nw_plan_set_text (self->plan, NW_PLAN_COUNTRY, nw_country_get_code (country));
  gtk_widget_set_visible (self->chooser, FALSE);
  gtk_widget_set_visible (self->chosen, TRUE);
  gtk_widget_grab_focus (self->change_button);
}

static void
row_activated_cb (NwPlanWhere   *self,
                  GtkListBoxRow *row)
{
  choose_row (self, GTK_WIDGET (row));
}

/* Return in the search takes the first that is found. */
static void
search_activated_cb (NwPlanWhere *self)
{
  GtkWidget *row = get_first_row (self);

  if (row != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    choose_row (self, row);
}

static void
search_stopped_cb (NwPlanWhere *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (*nw_plan_get_text (self->plan, NW_PLAN_COUNTRY) == '\0' && !self->folded)
    return;

  gtk_widget_set_visible (self->chooser, FALSE);
  gtk_widget_set_visible (self->chosen, TRUE);
  gtk_widget_grab_focus (self->change_button);
}

static void
change_clicked_cb (NwPlanWhere *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->chosen, FALSE);
  gtk_widget_set_visible (self->chooser, TRUE);
  gtk_widget_grab_focus (self->search);
}

/* Keys: the list is one stop for Tab, and the arrows go to and fro. */

static gboolean
focus_first_row (NwPlanWhere *self)
{
  GtkWidget *row = get_first_row (self);

  return row != NULL && gtk_widget_grab_focus (row);
}

static gboolean
search_key_pressed_cb (NwPlanWhere     *self,
                       guint            keyval,
                       guint            keycode,
                       GdkModifierType  state)
{
  return keyval == GDK_KEY_Down && focus_first_row (self);
}

static gboolean
list_left_cb (NwPlanWhere      *self,
              GtkDirectionType  direction)
{
  return direction == GTK_DIR_UP && gtk_widget_grab_focus (self->search);
}

/* Somebody types in the list. */
static void
search_started_cb (NwPlanWhere *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static gboolean
move_past (GtkWidget        *widget,
           GtkDirectionType  direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *next = widget;

  do
    next = forward ? gtk_widget_get_next_sibling (next) : gtk_widget_get_prev_sibling (next);
  while (next != NULL && !gtk_widget_child_focus (next, direction));
  return next != NULL;
}

static gboolean
nw_plan_where_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  NwPlanWhere *self = NW_PLAN_WHERE (widget);
  gboolean tabs = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tabs && gtk_widget_get_focus_child (self->list) != NULL)
    return move_past (self->scrolled, direction) || move_past (self->chooser, direction);

  if (!GTK_WIDGET_CLASS (nw_plan_where_parent_class)->focus (widget, direction))
    return FALSE;
  /* From behind, GTK comes to the last row. */
  if (direction == GTK_DIR_TAB_BACKWARD && gtk_widget_get_focus_child (self->list) != NULL)
    focus_first_row (self);
  return TRUE;
}

/* Regions */

static void
region_toggled_cb (NwPlanWhere    *self,
                   GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    nw_plan_set_text (self->plan, NW_PLAN_REGION,
                      g_object_get_data (G_OBJECT (button), "nw-region"));
}

static GtkWidget *
add_region (NwPlanWhere *self,
            GtkWidget   *group,
            const char  *id,
            const char  *name)
{
  GtkWidget *button = g_object_new (GTK_TYPE_CHECK_BUTTON,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO,
                                    NULL);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), nw_plan_parts_new_label (name, NULL));
  nw_a11y_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "nw-region", g_strdup (id), g_free);
  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               g_str_equal (id, nw_plan_get_text (self->plan, NW_PLAN_REGION)));
  g_signal_connect_object (button, "toggled", G_CALLBACK (region_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  nw_tiles_append (NW_TILES (self->regions), button);
  return button;
}

static void
build_regions (NwPlanWhere *self,
               NwCountry   *country)
{
  g_auto (GStrv) ids = NULL;
  GtkWidget *group = NULL;
  GtkWidget *child;
  gboolean has_regions;
  gboolean has_other = FALSE;

  while ((child = gtk_widget_get_first_child (self->regions)) != NULL)
    gtk_widget_unparent (child);

  ids = country != NULL ? nw_country_dup_regions (country) : NULL;
  has_regions = self->with_region && ids != NULL && ids[0] != NULL;
  gtk_widget_set_visible (self->regions, has_regions);
  gtk_widget_set_visible (self->regions_title, has_regions);
  if (!has_regions)
    return;

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      GtkWidget *button = add_region (self, group, ids[i],
                                      nw_country_get_region_name (country, ids[i]));

      group = group != NULL ? group : button;
      has_other = has_other || g_str_equal (ids[i], NW_COUNTRY_OTHER_REGION);
    }
  if (!has_other)
    add_region (self, group, "elsewhere", _("Another part of the country"));
}

static void
update_regions (NwPlanWhere *self)
{
  const char *region = nw_plan_get_text (self->plan, NW_PLAN_REGION);

  for (GtkWidget *button = gtk_widget_get_first_child (self->regions);
       button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 g_str_equal (region, g_object_get_data (G_OBJECT (button),
                                                                         "nw-region")));
}

static void
show_chosen (NwPlanWhere *self,
             const char  *country)
{
  g_autofree char *name = NULL;

  if (*country == '\0')
    {
      gtk_label_set_text (GTK_LABEL (self->chosen_label), _("No country chosen yet"));
      gtk_button_set_label (GTK_BUTTON (self->change_button), _("Choose"));
      nw_a11y_set_name (self->change_button, _("Choose the Country"));
      return;
    }

  gtk_label_set_text (GTK_LABEL (self->chosen_label), country);
  gtk_button_set_label (GTK_BUTTON (self->change_button), _("Change"));
  /* Translators: %s is a country’s name */
  name = g_strdup_printf (_("Change the country, now %s"), country);
  nw_a11y_set_name (self->change_button, name);
}

static void
refresh (NwPlanWhere *self)
{
  const char *code = nw_plan_get_text (self->plan, NW_PLAN_COUNTRY);
  NwCountry *country = nw_directory_find (self->directory, code);

  if (g_strcmp0 (code, self->shown_country) == 0)
    {
      update_regions (self);
      return;
    }

  g_free (self->shown_country);
  self->shown_country = g_strdup (code);
  show_chosen (self, country != NULL ? nw_country_get_name (country) : code);
  gtk_widget_set_visible (self->chosen, self->folded || *code != '\0');
  gtk_widget_set_visible (self->chooser, !self->folded && *code == '\0');
  build_regions (self, country);
}

static void
nw_plan_where_dispose (GObject *object)
{
  NwPlanWhere *self = NW_PLAN_WHERE (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  g_clear_object (&self->plan);
  g_clear_object (&self->directory);
  g_clear_pointer (&self->shown_country, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_WHERE);

  G_OBJECT_CLASS (nw_plan_where_parent_class)->dispose (object);
}

static void
nw_plan_where_class_init (NwPlanWhereClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NW_TYPE_TILES);
  G_OBJECT_CLASS (klass)->dispose = nw_plan_where_dispose;
  widget_class->focus = nw_plan_where_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-where.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanWhere, chosen);
  gtk_widget_class_bind_template_child (widget_class, NwPlanWhere, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, NwPlanWhere, change_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanWhere, chooser);
  gtk_widget_class_bind_template_child (widget_class, NwPlanWhere, search);
  gtk_widget_class_bind_template_child (widget_class, NwPlanWhere, scrolled);
  gtk_widget_class_bind_template_child (widget_class, NwPlanWhere, list);
  gtk_widget_class_bind_template_child (widget_class, NwPlanWhere, missing);
  gtk_widget_class_bind_template_child (widget_class, NwPlanWhere, regions_title);
  gtk_widget_class_bind_template_child (widget_class, NwPlanWhere, regions);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_clicked_cb);
}

static void
nw_plan_where_init (NwPlanWhere *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), self->list);
}

/**
 * nw_plan_where_new:
 * @plan: a plan
 * @directory: the directory of registers
 * @with_region: whether to ask for the part of the country too
 *
 * Returns: (transfer floating): a choice of the plan’s country
 */
GtkWidget *
nw_plan_where_new (NwPlan      *plan,
                   NwDirectory *directory,
                   gboolean     with_region)
{
  NwPlanWhere *self;

  g_return_val_if_fail (NW_IS_PLAN (plan), NULL);
  g_return_val_if_fail (NW_IS_DIRECTORY (directory), NULL);

  self = g_object_new (NW_TYPE_PLAN_WHERE, NULL);
  self->plan = g_object_ref (plan);
  self->directory = g_object_ref (directory);
  self->with_region = with_region;
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (directory),
                           create_country_row, self, NULL);
  gtk_label_set_text (GTK_LABEL (self->missing), nw_directory_get_missing (directory));
  nw_a11y_set_name (self->list, _("Countries"));
  nw_a11y_set_name (self->regions, _("Part of the country"));
  refresh (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nw_plan_where_take_focus:
 * @self: a choice of the country
 *
 * Puts the focus where a country is found, if none is chosen yet.
 *
 * Returns: whether one has to be chosen
 */
gboolean
nw_plan_where_take_focus (NwPlanWhere *self)
{
  g_return_val_if_fail (NW_IS_PLAN_WHERE (self), FALSE);

  return gtk_widget_get_visible (self->chooser) && gtk_widget_grab_focus (self->search);
}

/**
 * nw_plan_where_fold:
 * @self: a choice of the country
 *
 * Keeps the list of countries behind a button, also where none is chosen yet:
 * for a place where the country is one thing of many.
 */
void
nw_plan_where_fold (NwPlanWhere *self)
{
  g_return_if_fail (NW_IS_PLAN_WHERE (self));

  self->folded = TRUE;
  gtk_widget_set_visible (self->chosen, TRUE);
  gtk_widget_set_visible (self->chooser, FALSE);
}
