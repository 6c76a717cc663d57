/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the answers to a form on the disk, where a person asks for it. */

#include "config.h"

#include "model/screening/nw-draft-keeper.h"

#include <glib/gi18n.h>

#include "model/screening/nw-draft.h"

/* The documents: the answers to our own form, and those to somebody else’s with
 * the form. */
#define OURS "answers"
#define THEIRS "form-answers"
#define NEWEST_FORMAT 1
/* Long enough for a word, short enough that nothing is lost by a power cut. */
#define SAVE_DELAY_MS 400
#define DAYS_IN_WORDS 30

struct _NwDraftKeeper
{
  GObject      parent_instance;

  NwStore     *store;
  NwClock     *clock;
  NwScreening *screening;
  const char  *document;

  /* What is kept. */
  NwDraft     *draft;
  char        *notice;
  char        *problem;
  gboolean     read_only;
  /* Whether answers are kept as one goes, by the person’s settings. */
  gboolean     following;
  /* Whether the draft is of this walk: then it goes along with it. */
  gboolean     active;

  guint        timeout_id;
  gboolean     dirty;
  /* What a thread shall write; held while it writes. */
  GMutex       mutex;
  NwDraft     *pending;
};

enum
{
  PROP_FOLLOWING = 1,
  PROP_PROBLEM,
  N_PROPS
};

enum
{
  SAVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwDraftKeeper, nw_draft_keeper, G_TYPE_OBJECT)

static void
set_problem (NwDraftKeeper *self,
             char          *problem)
{
  g_free (self->problem);
  self->problem = problem;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* Loading */

static gboolean
read_draft (const NwJsonNode  *root,
            gpointer           user_data,
            GError           **error)
{
  NwDraftKeeper *self = NW_DRAFT_KEEPER (user_data);

  g_clear_pointer (&self->draft, nw_draft_unref);
  self->draft = nw_draft_new_from_node (root, g_str_equal (self->document, THEIRS), error);
  return self->draft != NULL;
}

static char *
describe_load (NwDraftKeeper *self,
               NwStoreResult  result,
               const char    *set_aside,
               const GError  *error)
{
  g_autofree char *name = set_aside != NULL ? g_filename_display_basename (set_aside) : NULL;

  switch (result)
    {
    case NW_STORE_PREVIOUS:
      return g_strdup (_("Your saved answers were damaged. These are from before the last change."));
    case NW_STORE_DAMAGED:
      /* Translators: %s is a file’s name */
      return g_strdup_printf (_("Your saved answers were damaged and can’t be read. The file is "
                                "kept as %s."), name);
    case NW_STORE_NEWER:
      if (self->draft != NULL)
        return g_strdup (_("A newer Needlewise saved your answers. You can go on with them here, "
                           "but changes are not saved."));
      return g_strdup (_("A newer Needlewise saved your answers. They can’t be read here, and new "
                         "ones are not saved over them."));
    case NW_STORE_UNREADABLE:
      /* Translators: %s says which file and what is wrong */
      return g_strdup_printf (_("Your saved answers can’t be read (%s). New ones are not saved "
                                "over them."),
                              error != NULL ? error->message : self->document);
    case NW_STORE_NOTHING:
    case NW_STORE_GOOD:
    default:
      return NULL;
    }
}

static void
load (NwDraftKeeper *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *set_aside = NULL;
  NwStoreResult result = nw_store_load (self->store, self->document, NEWEST_FORMAT, read_draft, self,
                                        &set_aside, &error);

  self->read_only = result == NW_STORE_NEWER || result == NW_STORE_UNREADABLE;
  self->notice = describe_load (self, result, set_aside, error);
}

/* Saving */

static gboolean
prepare (NwDraftKeeper  *self,
         GError        **error)
{
  g_autoptr (GDateTime) now = nw_clock_get_now (self->clock);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  NwDraft *draft = nw_draft_new (self->screening, utc, error);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (draft == NULL)
    return FALSE;
  g_clear_pointer (&self->draft, nw_draft_unref);
  self->draft = draft;
  self->active = TRUE;
  self->dirty = FALSE;
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->pending, nw_draft_unref);
  self->pending = nw_draft_ref (self->draft);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

static gboolean
write_pending (NwDraftKeeper  *self,
               GError        **error)
{
  g_autoptr (NwDraft) draft = NULL;
  g_autofree char *text = NULL;
  gboolean ok;

  g_mutex_lock (&self->mutex);
  draft = g_steal_pointer (&self->pending);
  if (draft != NULL)
    text = nw_draft_write (draft, NEWEST_FORMAT);
  ok = text == NULL || nw_store_save (self->store, self->document, text, error);
  g_mutex_unlock (&self->mutex);
  return ok;
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_pending (NW_DRAFT_KEEPER (source), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_failed (NwDraftKeeper *self,
            const GError  *error)
{
  self->dirty = TRUE;
  /* Translators: %s says which file and what is wrong */
  set_problem (self, g_strdup_printf (_("Your answers are not saved (%s)."), error->message));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  NwDraftKeeper *self = NW_DRAFT_KEEPER (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      set_problem (self, NULL);
      g_signal_emit (self, signals[SAVED], 0);
      return;
    }
  set_failed (self, error);
}

static gboolean
save_timed_out_cb (gpointer user_data)
{
  NwDraftKeeper *self = NW_DRAFT_KEEPER (user_data);

  self->timeout_id = 0;
  nw_draft_keeper_save (self);
  return G_SOURCE_REMOVE;
}

/* Answers to another form are never written over without being asked to. */
static gboolean
holds_other_form (NwDraftKeeper *self)
{
  return self->draft != NULL && !self->active
         && !nw_draft_is_to (self->draft, nw_screening_get_questionnaire (self->screening));
}

static void
queue_save (NwDraftKeeper *self)
{
  if (self->read_only || !(self->following || self->active) || holds_other_form (self)
      || nw_screening_count_answers (self->screening) == 0)
    return;
  self->dirty = TRUE;
  if (self->timeout_id == 0)
    self->timeout_id = g_timeout_add (SAVE_DELAY_MS, save_timed_out_cb, self);
}

/* Who starts again or forgets does not want to be offered the answers again. */
static void
moved_cb (NwDraftKeeper *self)
{
  g_autoptr (GError) error = NULL;

  if (nw_screening_get_step (self->screening) != NW_SCREENING_INTRO
      || nw_screening_count_answers (self->screening) > 0)
    {
      queue_save (self);
      return;
    }
  if (self->active && !nw_draft_keeper_remove (self, &error))
    set_problem (self, g_strdup (error->message));
}

static gboolean
leave_walk (NwDraftKeeper  *self,
            GError        **error)
{
  if (self->screening == NULL)
    return TRUE;
  if (self->active && nw_screening_get_step (self->screening) == NW_SCREENING_RESULT)
    return nw_draft_keeper_remove (self, error);
  if (self->dirty && !self->read_only && !prepare (self, error))
    return FALSE;
  return write_pending (self, error);
}

/* Takes a screening, and lets go of the one before. */
static void
take_screening (NwDraftKeeper *self,
                NwScreening   *screening)
{
  if (self->screening != NULL)
    g_signal_handlers_disconnect_by_data (self->screening, self);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_set_object (&self->screening, screening);
  self->active = FALSE;
  self->dirty = FALSE;
}

/* Overrides */

static void
nw_draft_keeper_dispose (GObject *object)
{
  NwDraftKeeper *self = NW_DRAFT_KEEPER (object);

  take_screening (self, NULL);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (nw_draft_keeper_parent_class)->dispose (object);
}

static void
nw_draft_keeper_finalize (GObject *object)
{
  NwDraftKeeper *self = NW_DRAFT_KEEPER (object);

  g_clear_pointer (&self->draft, nw_draft_unref);
  g_clear_pointer (&self->notice, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->pending, nw_draft_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (nw_draft_keeper_parent_class)->finalize (object);
}

static void
nw_draft_keeper_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  NwDraftKeeper *self = NW_DRAFT_KEEPER (object);

  switch (property_id)
    {
    case PROP_FOLLOWING:
      g_value_set_boolean (value, self->following);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_draft_keeper_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  NwDraftKeeper *self = NW_DRAFT_KEEPER (object);

  if (property_id != PROP_FOLLOWING)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }
  if (self->following == g_value_get_boolean (value))
    return;
  self->following = !self->following;
  if (self->screening != NULL)
    queue_save (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
nw_draft_keeper_class_init (NwDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nw_draft_keeper_dispose;
  object_class->finalize = nw_draft_keeper_finalize;
  object_class->get_property = nw_draft_keeper_get_property;
  object_class->set_property = nw_draft_keeper_set_property;

  /**
   * NwDraftKeeper:following:
   *
   * Whether every answer is kept as it is given.
   */
  properties[PROP_FOLLOWING] = g_param_spec_boolean ("following", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                     | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * NwDraftKeeper:problem:
   *
   * A sentence on why the answers are not on the disk, or %NULL.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * NwDraftKeeper::saved:
   * @self: the keeper
   *
   * The answers are on the disk.
   */
  signals[SAVED] = g_signal_new ("saved", NW_TYPE_DRAFT_KEEPER, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nw_draft_keeper_init (NwDraftKeeper *self)
{
  g_mutex_init (&self->mutex);
}

static NwDraftKeeper *
new_keeper (NwStore    *store,
            NwClock    *clock,
            const char *document)
{
  NwDraftKeeper *self;

  g_return_val_if_fail (NW_IS_STORE (store), NULL);
  g_return_val_if_fail (NW_IS_CLOCK (clock), NULL);

  self = g_object_new (NW_TYPE_DRAFT_KEEPER, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->document = document;
  load (self);
  return self;
}

/**
 * nw_draft_keeper_new:
 * @store: where the draft is kept
 * @clock: the clock
 *
 * Reads what is kept of our own form, which is a few kilobytes. Nothing is kept
 * from then on until nw_draft_keeper_save() is called or `following` is set.
 *
 * Returns: (transfer full): a keeper
 */
NwDraftKeeper *
nw_draft_keeper_new (NwStore *store,
                     NwClock *clock)
{
  return new_keeper (store, clock, OURS);
}

/**
 * nw_draft_keeper_new_for_forms:
 * @store: where the draft is kept
 * @clock: the clock
 *
 * Like nw_draft_keeper_new(), for a form of somebody else’s: it is kept with the
 * answers, so that they can be gone on with when its file is gone. There is one
 * such draft at a time.
 *
 * Returns: (transfer full): a keeper
 */
NwDraftKeeper *
nw_draft_keeper_new_for_forms (NwStore *store,
                               NwClock *clock)
{
  return new_keeper (store, clock, THEIRS);
}

/**
 * nw_draft_keeper_set_screening:
 * @self: a keeper
 * @screening: (nullable): a walk through a form
 *
 * Sets whose answers are kept. What is not on the disk yet of the walk before is
 * written; and removed, where that came to its end.
 */
void
nw_draft_keeper_set_screening (NwDraftKeeper *self,
                               NwScreening   *screening)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (NW_IS_DRAFT_KEEPER (self));

  if (self->screening == screening)
    return;
  if (!leave_walk (self, &error))
    set_problem (self, g_strdup (error->message));
  take_screening (self, screening);
  if (screening == NULL)
    return;
  g_signal_connect_object (screening, "changed", G_CALLBACK (queue_save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (screening, "structure-changed", G_CALLBACK (queue_save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (screening, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

/**
 * nw_draft_keeper_has_draft:
 * @self: a keeper
 *
 * Returns: whether answers are kept, also such as cannot be read
 */
gboolean
nw_draft_keeper_has_draft (NwDraftKeeper *self)
{
  g_return_val_if_fail (NW_IS_DRAFT_KEEPER (self), FALSE);

  return self->draft != NULL || self->read_only;
}

/**
 * nw_draft_keeper_get_read_only:
 * @self: a keeper
 *
 * Returns: whether what is kept is not changed, because a newer program wrote
 *   it or it cannot be read; until it is removed
 */
gboolean
nw_draft_keeper_get_read_only (NwDraftKeeper *self)
{
  g_return_val_if_fail (NW_IS_DRAFT_KEEPER (self), FALSE);

  return self->read_only;
}

/**
 * nw_draft_keeper_is_waiting:
 * @self: a keeper
 *
 * Returns: whether answers of an earlier walk are kept, to go on with
 */
gboolean
nw_draft_keeper_is_waiting (NwDraftKeeper *self)
{
  g_return_val_if_fail (NW_IS_DRAFT_KEEPER (self), FALSE);

  return self->draft != NULL && !self->active;
}

/**
 * nw_draft_keeper_is_waiting_for:
 * @self: a keeper
 * @form: a form
 *
 * Returns: whether answers to @form, perhaps in another version, are kept of an
 *   earlier walk
 */
gboolean
nw_draft_keeper_is_waiting_for (NwDraftKeeper   *self,
                                NwQuestionnaire *form)
{
  g_return_val_if_fail (NW_IS_DRAFT_KEEPER (self), FALSE);
  g_return_val_if_fail (form != NULL, FALSE);

  return nw_draft_keeper_is_waiting (self) && nw_draft_is_to (self->draft, form);
}

/**
 * nw_draft_keeper_get_form:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): the form that is kept with the answers,
 *   as it was then
 */
NwQuestionnaire *
nw_draft_keeper_get_form (NwDraftKeeper *self)
{
  g_return_val_if_fail (NW_IS_DRAFT_KEEPER (self), NULL);

  return self->draft != NULL ? self->draft->form : NULL;
}

/**
 * nw_draft_keeper_get_source:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): the name of the file that the form came
 *   from
 */
const char *
nw_draft_keeper_get_source (NwDraftKeeper *self)
{
  g_return_val_if_fail (NW_IS_DRAFT_KEEPER (self), NULL);

  return self->draft != NULL ? self->draft->source : NULL;
}

/**
 * nw_draft_keeper_dup_age:
 * @self: a keeper
 *
 * Returns: (transfer full) (nullable): when the answers were saved, in words
 */
char *
nw_draft_keeper_dup_age (NwDraftKeeper *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) local = NULL;
  int minutes;
  int hours;
  int days;

  g_return_val_if_fail (NW_IS_DRAFT_KEEPER (self), NULL);

  if (self->draft == NULL)
    return NULL;
  now = nw_clock_get_now (self->clock);
  minutes = (int) CLAMP (g_date_time_difference (now, self->draft->saved) / G_TIME_SPAN_MINUTE,
                         0, G_MAXINT);
  hours = minutes / 60;
  days = hours / 24;
  if (minutes == 0)
    return g_strdup (_("just now"));
  if (hours == 0)
    return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", minutes), minutes);
  if (days == 0)
    return g_strdup_printf (ngettext ("%d hour ago", "%d hours ago", hours), hours);
  if (days < DAYS_IN_WORDS)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", days), days);
  local = g_date_time_to_timezone (self->draft->saved, g_date_time_get_timezone (now));
  /* Translators: as in “You saved answers on 21 March 2026”, in the codes of strftime */
  return g_date_time_format (local, _("on %-d %B %Y"));
}

/**
 * nw_draft_keeper_get_notice:
 * @self: a keeper
 *
 * Returns: (nullable): what was found when the answers were read
 */
const char *
nw_draft_keeper_get_notice (NwDraftKeeper *self)
{
  g_return_val_if_fail (NW_IS_DRAFT_KEEPER (self), NULL);

  return self->notice;
}

/**
 * nw_draft_keeper_resume:
 * @self: a keeper that has a draft and a screening
 * @other_version: (out): whether the draft is of another version of the form,
 *   so that only answers that still fit are there
 * @error: return location for an error
 *
 * Goes on where the answers were saved. From then on they are kept as one goes,
 * unless the keeper is read-only.
 *
 * Returns: whether they could be taken
 */
gboolean
nw_draft_keeper_resume (NwDraftKeeper  *self,
                        gboolean       *other_version,
                        GError        **error)
{
  g_autoptr (NwDraft) draft = NULL;

  g_return_val_if_fail (NW_IS_DRAFT_KEEPER (self), FALSE);
  g_return_val_if_fail (self->draft != NULL && self->screening != NULL, FALSE);

  draft = nw_draft_ref (self->draft);
  *other_version =
    nw_draft_is_other_version (draft, nw_screening_get_questionnaire (self->screening));
  if (!nw_screening_resume (self->screening, draft->response, error))
    return FALSE;
  /* What a newer program wrote still waits for that. */
  self->active = !self->read_only;
  return TRUE;
}

/**
 * nw_draft_keeper_save:
 * @self: a keeper that has a screening
 *
 * Keeps the answers, and all that follow until they are removed. Emits `saved`
 * when they are on the disk, or sets `problem`.
 */
void
nw_draft_keeper_save (NwDraftKeeper *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (NW_IS_DRAFT_KEEPER (self));
  g_return_if_fail (self->screening != NULL);

  if (self->read_only)
    {
      set_problem (self, g_strdup (self->notice));
      return;
    }
  if (!prepare (self, &error))
    {
      set_failed (self, error);
      return;
    }
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, nw_draft_keeper_save);
  g_task_run_in_thread (task, write_in_thread);
}

/* Nothing that is still to be written comes after this. */
static void
cancel (NwDraftKeeper *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_pointer (&self->draft, nw_draft_unref);
  self->active = FALSE;
  self->dirty = FALSE;
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->pending, nw_draft_unref);
  g_mutex_unlock (&self->mutex);
}

/**
 * nw_draft_keeper_remove:
 * @self: a keeper
 * @error: return location for an error
 *
 * Removes what is kept, with the copies of it. The answers that are shown stay.
 *
 * Returns: whether nothing of it is left
 */
gboolean
nw_draft_keeper_remove (NwDraftKeeper  *self,
                        GError        **error)
{
  g_return_val_if_fail (NW_IS_DRAFT_KEEPER (self), FALSE);

  cancel (self);
  if (!nw_store_remove (self->store, self->document, error))
    return FALSE;
  self->read_only = FALSE;
  g_clear_pointer (&self->notice, g_free);
  set_problem (self, NULL);
  return TRUE;
}

/**
 * nw_draft_keeper_forget:
 * @self: a keeper
 *
 * Forgets the answers, also those that are shown. For who removes all that the
 * store holds: this does not touch the disk.
 */
void
nw_draft_keeper_forget (NwDraftKeeper *self)
{
  g_return_if_fail (NW_IS_DRAFT_KEEPER (self));

  cancel (self);
  self->read_only = FALSE;
  g_clear_pointer (&self->notice, g_free);
  if (self->screening != NULL)
    nw_screening_forget (self->screening);
}

/**
 * nw_draft_keeper_flush:
 * @self: a keeper
 * @error: return location for an error
 *
 * Waits until everything is on the disk; or off it, where the result was
 * shown: then there is nothing to go on with. For the end of the program.
 *
 * Returns: whether it is
 */
gboolean
nw_draft_keeper_flush (NwDraftKeeper  *self,
                       GError        **error)
{
  g_return_val_if_fail (NW_IS_DRAFT_KEEPER (self), FALSE);

  return leave_walk (self, error);
}
