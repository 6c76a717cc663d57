/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps one plan on the disk, without ever holding up a frame. */

#include "config.h"

#include "model/plan/nw-plan-keeper.h"

#include <glib/gi18n.h>

#include "model/base/nw-error.h"

#define DOCUMENT "plan"
#define NEWEST_FORMAT 1
/* Long enough for a word, short enough that nothing is lost by a power cut. */
#define SAVE_DELAY_MS 400

struct _NwPlanKeeper
{
  GObject   parent_instance;

  NwStore  *store;
  NwClock  *clock;
  NwPlan   *plan;

  char     *notice;
  char     *problem;
  gboolean  read_only;

  guint     timeout_id;
  /* Whether a thread is writing, and whether something is not on the disk. */
  gboolean  saving;
  gboolean  dirty;

  /* What a thread shall write. Held while writing, so that what is written at
   * the end of the program cannot be overtaken by an older text. */
  GMutex    mutex;
  char     *pending;
};

enum
{
  PROP_NOTICE = 1,
  PROP_PROBLEM,
  PROP_READ_ONLY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NwPlanKeeper, nw_plan_keeper, G_TYPE_OBJECT)

static void save_now (NwPlanKeeper *self);

static void
set_notice (NwPlanKeeper *self,
            char         *notice)
{
  if (g_strcmp0 (self->notice, notice) == 0)
    {
      g_free (notice);
      return;
    }
  g_free (self->notice);
  self->notice = notice;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);
}

static void
set_problem (NwPlanKeeper *self,
             char         *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    {
      g_free (problem);
      return;
    }
  g_free (self->problem);
  self->problem = problem;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
set_read_only (NwPlanKeeper *self,
               gboolean      read_only)
{
  if (self->read_only == read_only)
    return;
  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

/* Loading */

static gboolean
read_plan (const NwJsonNode  *root,
           gpointer           user_data,
           GError           **error)
{
  return nw_plan_load (NW_PLAN (user_data), root, error);
}

static char *
describe_load (NwStoreResult  result,
               const char    *set_aside,
               GError        *error)
{
  g_autofree char *name = set_aside != NULL ? g_filename_display_basename (set_aside) : NULL;

  switch (result)
    {
    case NW_STORE_PREVIOUS:
      if (name == NULL)
        return g_strdup (_("Your notes were missing. You see the copy from before the last change."));
      /* Translators: %s is a file’s name */
      return g_strdup_printf (_("Your notes were damaged. You see the copy from before the last "
                                "change; the damaged file is kept as %s."), name);
    case NW_STORE_DAMAGED:
      /* Translators: %s is a file’s name */
      return g_strdup_printf (_("Your notes were damaged and could not be read. The file is kept "
                                "as %s."), name);
    case NW_STORE_NEWER:
      return g_strdup (_("A newer Needlewise wrote your notes. You can read them here, but changes "
                         "are not kept."));
    case NW_STORE_UNREADABLE:
      /* Translators: %s says which file and what is wrong */
      return g_strdup_printf (_("Your notes cannot be read (%s). Changes are not kept."),
                              error != NULL ? error->message : "plan.json");
    case NW_STORE_NOTHING:
    case NW_STORE_GOOD:
    default:
      return NULL;
    }
}

static void
load (NwPlanKeeper *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *set_aside = NULL;
  NwStoreResult result = nw_store_load (self->store, DOCUMENT, NEWEST_FORMAT, read_plan,
                                        self->plan, &set_aside, &error);

  set_problem (self, NULL);
  set_notice (self, describe_load (result, set_aside, error));
  set_read_only (self, result == NW_STORE_NEWER || result == NW_STORE_UNREADABLE);
}

/* Saving */

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  NwPlanKeeper *self = NW_PLAN_KEEPER (source);
  g_autofree char *text = NULL;
  GError *error = NULL;

  g_mutex_lock (&self->mutex);
  text = g_steal_pointer (&self->pending);
  if (text != NULL)
    nw_store_save (self->store, DOCUMENT, text, &error);
  g_mutex_unlock (&self->mutex);

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take_failure (NwPlanKeeper *self,
              GError       *error)
{
  if (g_error_matches (error, NW_ERROR, NW_ERROR_CONFLICT))
    {
      self->dirty = FALSE;
      set_read_only (self, TRUE);
      set_problem (self, g_strdup (_("Another Needlewise has changed your notes. Your last change "
                                     "here is not kept.")));
      return;
    }

  self->dirty = TRUE;
  /* Translators: %s says which file and what is wrong */
  set_problem (self, g_strdup_printf (_("Your last changes are not kept yet (%s)."),
                                      error->message));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  NwPlanKeeper *self = NW_PLAN_KEEPER (source);
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      set_problem (self, NULL);
      if (self->dirty)
        save_now (self);
    }
  else
    take_failure (self, error);
}

static void
save_now (NwPlanKeeper *self)
{
  g_autoptr (GTask) task = NULL;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->saving || self->read_only)
    return;

  self->saving = TRUE;
  self->dirty = FALSE;
  g_mutex_lock (&self->mutex);
  g_free (self->pending);
  self->pending = nw_plan_to_text (self->plan);
  g_mutex_unlock (&self->mutex);
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_source_tag (task, save_now);
  g_task_run_in_thread (task, write_in_thread);
}

static gboolean
save_timed_out_cb (gpointer user_data)
{
  NwPlanKeeper *self = NW_PLAN_KEEPER (user_data);

  self->timeout_id = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

static void
plan_edited_cb (NwPlanKeeper *self)
{
  if (self->read_only)
    return;

  self->dirty = TRUE;
  if (self->timeout_id == 0)
    self->timeout_id = g_timeout_add (SAVE_DELAY_MS, save_timed_out_cb, self);
}

/* Overrides */

static void
nw_plan_keeper_dispose (GObject *object)
{
  NwPlanKeeper *self = NW_PLAN_KEEPER (object);

  if (self->store != NULL)
    nw_plan_keeper_flush (self);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->plan);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (nw_plan_keeper_parent_class)->dispose (object);
}

static void
nw_plan_keeper_finalize (GObject *object)
{
  NwPlanKeeper *self = NW_PLAN_KEEPER (object);

  g_clear_pointer (&self->notice, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->pending, g_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (nw_plan_keeper_parent_class)->finalize (object);
}

static void
nw_plan_keeper_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  NwPlanKeeper *self = NW_PLAN_KEEPER (object);

  switch (property_id)
    {
    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_plan_keeper_class_init (NwPlanKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nw_plan_keeper_dispose;
  object_class->finalize = nw_plan_keeper_finalize;
  object_class->get_property = nw_plan_keeper_get_property;

  /**
   * NwPlanKeeper:notice:
   *
   * A sentence on what was found when the plan was read, or %NULL where all
   * was well.
   */
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * NwPlanKeeper:problem:
   *
   * A sentence on why the last changes are not on the disk, or %NULL.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * NwPlanKeeper:read-only:
   *
   * Whether changes are not kept.
   */
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nw_plan_keeper_init (NwPlanKeeper *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * nw_plan_keeper_new:
 * @store: where the plan is kept
 * @clock: the clock for the plan
 *
 * Reads what is kept, which is a few kilobytes, and from then on keeps every
 * change.
 *
 * Returns: (transfer full): a keeper
 */
NwPlanKeeper *
nw_plan_keeper_new (NwStore *store,
                    NwClock *clock)
{
  NwPlanKeeper *self;

  g_return_val_if_fail (NW_IS_STORE (store), NULL);
  g_return_val_if_fail (NW_IS_CLOCK (clock), NULL);

  self = g_object_new (NW_TYPE_PLAN_KEEPER, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->plan = nw_plan_new (clock);
  load (self);
  g_signal_connect_object (self->plan, "edited", G_CALLBACK (plan_edited_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * nw_plan_keeper_get_plan:
 * @self: a keeper
 *
 * Returns: (transfer none): the plan
 */
NwPlan *
nw_plan_keeper_get_plan (NwPlanKeeper *self)
{
  g_return_val_if_fail (NW_IS_PLAN_KEEPER (self), NULL);

  return self->plan;
}

/**
 * nw_plan_keeper_get_store:
 * @self: a keeper
 *
 * Returns: (transfer none): where the plan is kept
 */
NwStore *
nw_plan_keeper_get_store (NwPlanKeeper *self)
{
  g_return_val_if_fail (NW_IS_PLAN_KEEPER (self), NULL);

  return self->store;
}

/**
 * nw_plan_keeper_get_notice:
 * @self: a keeper
 *
 * Returns: (nullable): what was found when the plan was read
 */
const char *
nw_plan_keeper_get_notice (NwPlanKeeper *self)
{
  g_return_val_if_fail (NW_IS_PLAN_KEEPER (self), NULL);

  return self->notice;
}

/**
 * nw_plan_keeper_dismiss_notice:
 * @self: a keeper
 *
 * Takes the notice away once it was read.
 */
void
nw_plan_keeper_dismiss_notice (NwPlanKeeper *self)
{
  g_return_if_fail (NW_IS_PLAN_KEEPER (self));

  set_notice (self, NULL);
}

/**
 * nw_plan_keeper_get_problem:
 * @self: a keeper
 *
 * Returns: (nullable): why the last changes are not on the disk
 */
const char *
nw_plan_keeper_get_problem (NwPlanKeeper *self)
{
  g_return_val_if_fail (NW_IS_PLAN_KEEPER (self), NULL);

  return self->problem;
}

/**
 * nw_plan_keeper_get_read_only:
 * @self: a keeper
 *
 * Returns: whether changes are not kept
 */
gboolean
nw_plan_keeper_get_read_only (NwPlanKeeper *self)
{
  g_return_val_if_fail (NW_IS_PLAN_KEEPER (self), FALSE);

  return self->read_only;
}

/**
 * nw_plan_keeper_retry:
 * @self: a keeper
 *
 * Tries again what did not work: reading, where the plan could not be read and
 * nothing was typed over it, or else saving.
 */
void
nw_plan_keeper_retry (NwPlanKeeper *self)
{
  g_return_if_fail (NW_IS_PLAN_KEEPER (self));

  if (self->read_only)
    load (self);
  else if (self->dirty)
    save_now (self);
}

/**
 * nw_plan_keeper_flush:
 * @self: a keeper
 *
 * Waits until everything is on the disk. For the end of the program.
 *
 * Returns: whether it is
 */
gboolean
nw_plan_keeper_flush (NwPlanKeeper *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean ok;

  g_return_val_if_fail (NW_IS_PLAN_KEEPER (self), FALSE);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->read_only || (!self->dirty && !self->saving))
    return TRUE;

  text = nw_plan_to_text (self->plan);
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->pending, g_free);
  ok = nw_store_save (self->store, DOCUMENT, text, &error);
  g_mutex_unlock (&self->mutex);
  if (ok)
    {
      self->dirty = FALSE;
      set_problem (self, NULL);
      return TRUE;
    }

  take_failure (self, error);
  return FALSE;
}

/**
 * nw_plan_keeper_delete_all:
 * @self: a keeper
 * @error: return location for an error
 *
 * Forgets the plan and removes all that the store holds, also what was set
 * aside.
 *
 * Returns: whether nothing is left
 */
gboolean
nw_plan_keeper_delete_all (NwPlanKeeper  *self,
                           GError       **error)
{
  gboolean ok;

  g_return_val_if_fail (NW_IS_PLAN_KEEPER (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->dirty = FALSE;
  nw_plan_clear (self->plan);
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->pending, g_free);
  ok = nw_store_remove_all (self->store, error);
  g_mutex_unlock (&self->mutex);
  if (!ok)
    return FALSE;

  set_notice (self, NULL);
  set_problem (self, NULL);
  set_read_only (self, FALSE);
  return TRUE;
}
