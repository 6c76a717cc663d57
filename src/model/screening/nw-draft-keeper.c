/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the answers to our own questions on the disk, where a person asks for it. */

#include "config.h"

#include "model/screening/nw-draft-keeper.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/base/nw-error.h"
#include "model/base/nw-json-read.h"
#include "model/base/nw-json-writer.h"

#define DOCUMENT "answers"
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

  /* What is kept: the answers, and when they were. */
  NwJson      *draft;
  GDateTime   *saved;
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
  char        *pending;
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

static void
drop_draft (NwDraftKeeper *self)
{
  g_clear_pointer (&self->draft, nw_json_unref);
  g_clear_pointer (&self->saved, g_date_time_unref);
}

/* Loading */

static gboolean
read_draft (const NwJsonNode  *root,
            gpointer           user_data,
            GError           **error)
{
  NwDraftKeeper *self = NW_DRAFT_KEEPER (user_data);
  g_autoptr (NwFindings) findings = nw_findings_new (DOCUMENT ".json");
  const char *saved = nw_json_read_string (root, "saved", NW_JSON_REQUIRED, findings);
  const NwJsonNode *response = nw_json_read_object (root, "response", NW_JSON_REQUIRED, findings);
  g_autoptr (NwJsonWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  drop_draft (self);
  if (saved != NULL)
    self->saved = g_date_time_new_from_iso8601 (saved, NULL);
  if (saved != NULL && self->saved == NULL)
    nw_findings_add (findings, NW_SEVERITY_ERROR, nw_json_node_get_member (root, "saved"),
                     "not a time; expected one such as 2026-03-21T09:30:00Z");
  if (nw_findings_has_errors (findings))
    {
      g_propagate_error (error, nw_findings_to_error (findings));
      return FALSE;
    }

  writer = nw_json_writer_new (FALSE);
  nw_json_writer_add_node (writer, NULL, response);
  text = nw_json_writer_free_to_text (g_steal_pointer (&writer));
  bytes = g_bytes_new_take (text, strlen (text));
  self->draft = nw_json_new_from_bytes (bytes, DOCUMENT ".json", NULL, error);
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
                              error != NULL ? error->message : DOCUMENT ".json");
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
  NwStoreResult result = nw_store_load (self->store, DOCUMENT, NEWEST_FORMAT, read_draft, self,
                                        &set_aside, &error);

  self->read_only = result == NW_STORE_NEWER || result == NW_STORE_UNREADABLE;
  if (self->draft == NULL)
    drop_draft (self);
  self->notice = describe_load (self, result, set_aside, error);
}

/* Saving */

static char *
dup_text (NwDraftKeeper *self,
          GDateTime     *now)
{
  g_autofree char *draft = nw_screening_write_draft (self->screening);
  g_autofree char *saved = g_date_time_format_iso8601 (now);
  g_autoptr (GBytes) bytes = g_bytes_new_static (draft, strlen (draft));
  g_autoptr (NwJson) json = nw_json_new_from_bytes (bytes, DOCUMENT, NULL, NULL);
  g_autoptr (NwJsonWriter) writer = nw_json_writer_new (TRUE);

  nw_json_writer_begin_object (writer, NULL);
  nw_json_writer_add_int (writer, "format", NEWEST_FORMAT);
  nw_json_writer_add_string (writer, "saved", saved);
  nw_json_writer_add_node (writer, "response", nw_json_get_root (json));
  nw_json_writer_end_object (writer);
  g_clear_pointer (&self->draft, nw_json_unref);
  self->draft = g_steal_pointer (&json);
  return nw_json_writer_free_to_text (g_steal_pointer (&writer));
}

static void
prepare (NwDraftKeeper *self)
{
  g_autoptr (GDateTime) now = nw_clock_get_now (self->clock);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  char *text = dup_text (self, utc);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_pointer (&self->saved, g_date_time_unref);
  self->saved = g_steal_pointer (&utc);
  self->active = TRUE;
  self->dirty = FALSE;
  g_mutex_lock (&self->mutex);
  g_free (self->pending);
  self->pending = text;
  g_mutex_unlock (&self->mutex);
}

static gboolean
write_pending (NwDraftKeeper  *self,
               GError        **error)
{
  g_autofree char *text = NULL;
  gboolean ok;

  g_mutex_lock (&self->mutex);
  text = g_steal_pointer (&self->pending);
  ok = text == NULL || nw_store_save (self->store, DOCUMENT, text, error);
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
  self->dirty = TRUE;
  /* Translators: %s says which file and what is wrong */
  set_problem (self, g_strdup_printf (_("Your answers are not saved (%s)."), error->message));
}

static gboolean
save_timed_out_cb (gpointer user_data)
{
  NwDraftKeeper *self = NW_DRAFT_KEEPER (user_data);

  self->timeout_id = 0;
  nw_draft_keeper_save (self);
  return G_SOURCE_REMOVE;
}

static void
queue_save (NwDraftKeeper *self)
{
  if (self->read_only || !(self->following || self->active)
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

/* Overrides */

static void
nw_draft_keeper_dispose (GObject *object)
{
  NwDraftKeeper *self = NW_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  nw_draft_keeper_set_screening (self, NULL);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (nw_draft_keeper_parent_class)->dispose (object);
}

static void
nw_draft_keeper_finalize (GObject *object)
{
  NwDraftKeeper *self = NW_DRAFT_KEEPER (object);

  drop_draft (self);
  g_clear_pointer (&self->notice, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->pending, g_free);
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

/**
 * nw_draft_keeper_new:
 * @store: where the draft is kept
 * @clock: the clock
 *
 * Reads what is kept, which is a few kilobytes. Nothing is kept from then on
 * until nw_draft_keeper_save() is called or `following` is set.
 *
 * Returns: (transfer full): a keeper
 */
NwDraftKeeper *
nw_draft_keeper_new (NwStore *store,
                     NwClock *clock)
{
  NwDraftKeeper *self;

  g_return_val_if_fail (NW_IS_STORE (store), NULL);
  g_return_val_if_fail (NW_IS_CLOCK (clock), NULL);

  self = g_object_new (NW_TYPE_DRAFT_KEEPER, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  load (self);
  return self;
}

/**
 * nw_draft_keeper_set_screening:
 * @self: a keeper
 * @screening: (nullable): the walk through our own form
 *
 * Sets whose answers are kept.
 */
void
nw_draft_keeper_set_screening (NwDraftKeeper *self,
                               NwScreening   *screening)
{
  g_return_if_fail (NW_IS_DRAFT_KEEPER (self));

  if (self->screening != NULL)
    g_signal_handlers_disconnect_by_data (self->screening, self);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (g_set_object (&self->screening, screening))
    self->active = FALSE;
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

  if (self->saved == NULL)
    return NULL;
  now = nw_clock_get_now (self->clock);
  minutes = (int) CLAMP (g_date_time_difference (now, self->saved) / G_TIME_SPAN_MINUTE,
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
  local = g_date_time_to_timezone (self->saved, g_date_time_get_timezone (now));
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

static gboolean
is_of_other_version (NwDraftKeeper *self)
{
  NwQuestionnaire *form = nw_screening_get_questionnaire (self->screening);
  g_autofree char *canonical = nw_questionnaire_dup_canonical (form);
  const NwJsonNode *node = nw_json_node_get_member (nw_json_get_root (self->draft),
                                                    "questionnaire");

  return g_strcmp0 (nw_json_node_get_string (node), canonical) != 0;
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
  g_autoptr (NwJson) draft = NULL;

  g_return_val_if_fail (NW_IS_DRAFT_KEEPER (self), FALSE);
  g_return_val_if_fail (self->draft != NULL && self->screening != NULL, FALSE);

  draft = nw_json_ref (self->draft);
  *other_version = is_of_other_version (self);
  if (!nw_screening_resume (self->screening, draft, error))
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
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (NW_IS_DRAFT_KEEPER (self));
  g_return_if_fail (self->screening != NULL);

  if (self->read_only)
    {
      set_problem (self, g_strdup (self->notice));
      return;
    }
  prepare (self);
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, nw_draft_keeper_save);
  g_task_run_in_thread (task, write_in_thread);
}

/* Nothing that is still to be written comes after this. */
static void
cancel (NwDraftKeeper *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  drop_draft (self);
  self->active = FALSE;
  self->dirty = FALSE;
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->pending, g_free);
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
  if (!nw_store_remove (self->store, DOCUMENT, error))
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

  if (self->screening == NULL)
    return TRUE;
  if (self->active && nw_screening_get_step (self->screening) == NW_SCREENING_RESULT)
    return nw_draft_keeper_remove (self, error);
  if (self->dirty && !self->read_only)
    prepare (self);
  return write_pending (self, error);
}
