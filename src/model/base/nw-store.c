/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one module that writes what the program keeps in the user’s data folder. */

#include "config.h"

#include "model/base/nw-store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "model/base/nw-error.h"

#define FOLDER_MODE 0700
#define FILE_MODE 0600
#define LOCK_NAME ".lock"
#define LOCK_TRIES 10

/* More than all fields of a plan hold together, or a form and answers to it, and
 * quickly read. Answers lie twice as deep as the form they are to. */
static const NwJsonLimits limits = {
  .max_bytes = NW_JSON_MAX_BYTES,
  .max_depth = 2 * NW_JSON_MAX_DEPTH + 4,
};

struct _NwStore
{
  GObject     parent_instance;

  char       *folder;

  /* Guards what follows, and lets one thread write at a time. */
  GMutex      mutex;
  int         lock_fd;
  /* By name: which file it was that we read or wrote last. */
  GHashTable *known;
};

G_DEFINE_FINAL_TYPE (NwStore, nw_store, G_TYPE_OBJECT)

/* Names and errors */

static char *
build_path (NwStore    *self,
            const char *name,
            const char *ending)
{
  g_autofree char *base = g_strconcat (name, ending, NULL);

  return g_build_filename (self->folder, base, NULL);
}

static gboolean
set_error_from_errno (GError     **error,
                      int          code,
                      int          saved_errno,
                      const char  *path)
{
  g_autofree char *shown = g_filename_display_name (path);

  /* Translators: a file’s name, then what the system says is wrong */
  g_set_error (error, NW_ERROR, code, _("%s: %s"), shown, g_strerror (saved_errno));
  return FALSE;
}

/* Tells one state of a file from another; every save makes a new file. */
static char *
dup_identity (const char *path)
{
  struct stat status;

  if (g_stat (path, &status) < 0)
    return g_strdup ("");
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%" G_GINT64_FORMAT ".%ld",
                          (guint64) status.st_dev, (guint64) status.st_ino,
                          (gint64) status.st_mtim.tv_sec, (long) status.st_mtim.tv_nsec);
}

static void
remember_identity (NwStore    *self,
                   const char *name,
                   const char *path)
{
  g_hash_table_replace (self->known, g_strdup (name), dup_identity (path));
}

/* What another program has kept since we looked is not written over. A file
 * that is gone may be written again. */
static gboolean
check_identity (NwStore     *self,
                const char  *name,
                const char  *path,
                GError     **error)
{
  const char *known = g_hash_table_lookup (self->known, name);
  g_autofree char *current = dup_identity (path);
  g_autofree char *shown = NULL;

  if (*current == '\0' || g_strcmp0 (known, current) == 0)
    return TRUE;

  shown = g_filename_display_name (path);
  g_set_error (error, NW_ERROR, NW_ERROR_CONFLICT,
               _("%s: another Needlewise has written it meanwhile"), shown);
  return FALSE;
}

/* The folder and its lock */

/* Waits until the names in a folder are on the disk. */
static gboolean
sync_folder (const char  *path,
             GError     **error)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int saved_errno = 0;

  /* Not ours, then, and somebody else’s to care for. */
  if (fd < 0 && errno == EACCES)
    return TRUE;
  if (fd < 0)
    return set_error_from_errno (error, NW_ERROR_WRITE, errno, path);

  /* Some file systems cannot do it, and say so. */
  if (fsync (fd) < 0 && errno != EINVAL && errno != EROFS)
    saved_errno = errno;
  close (fd);

  return saved_errno == 0 || set_error_from_errno (error, NW_ERROR_WRITE, saved_errno, path);
}

/* Makes a folder and those above it, for their owner alone whatever the umask,
 * and so that they are still there after a power cut. */
static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  gboolean made = g_mkdir (path, FOLDER_MODE) == 0;
  int saved_errno = errno;

  if (!made && saved_errno == ENOENT && !g_str_equal (parent, path))
    {
      if (!make_folder (parent, error))
        return FALSE;
      made = g_mkdir (path, FOLDER_MODE) == 0;
      saved_errno = errno;
    }
  if (!made)
    return saved_errno == EEXIST
           || set_error_from_errno (error, NW_ERROR_WRITE, saved_errno, path);

  if (g_chmod (path, FOLDER_MODE) < 0)
    return set_error_from_errno (error, NW_ERROR_WRITE, errno, path);
  return sync_folder (parent, error);
}

static gboolean
ensure_folder (NwStore  *self,
               GError  **error)
{
  struct stat status;

  if (g_stat (self->folder, &status) < 0)
    return make_folder (self->folder, error);
  if (!S_ISDIR (status.st_mode))
    return set_error_from_errno (error, NW_ERROR_WRITE, ENOTDIR, self->folder);

  /* A folder from elsewhere; other people need not look in. */
  if ((status.st_mode & 07777) != FOLDER_MODE && g_chmod (self->folder, FOLDER_MODE) < 0)
    return set_error_from_errno (error, NW_ERROR_WRITE, errno, self->folder);

  return TRUE;
}

/* Whether the lock that we hold is still on the file that others would lock. */
static gboolean
holds_lock (NwStore    *self,
            const char *path)
{
  struct stat ours;
  struct stat theirs;

  return self->lock_fd >= 0
         && fstat (self->lock_fd, &ours) == 0
         && g_stat (path, &theirs) == 0
         && ours.st_dev == theirs.st_dev
         && ours.st_ino == theirs.st_ino;
}

/* A program that was killed while it wrote leaves a file that nobody reads,
 * under the name that g_file_set_contents_full() made up. */
static void
remove_leftovers (NwStore *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (!g_pattern_match_simple ("*.json.??????", name))
        continue;
      path = g_build_filename (self->folder, name, NULL);
      if (g_unlink (path) < 0)
        g_debug ("Cannot remove %s: %s", path, g_strerror (errno));
    }
}

static gboolean
open_lock (NwStore     *self,
           const char  *path,
           GError     **error)
{
  int saved_errno;

  if (self->lock_fd >= 0)
    close (self->lock_fd);
  self->lock_fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, FILE_MODE);
  if (self->lock_fd < 0)
    return set_error_from_errno (error, NW_ERROR_WRITE, errno, path);

  /* The umask may have taken from the mode. */
  if (fchmod (self->lock_fd, FILE_MODE) == 0 && flock (self->lock_fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;

  saved_errno = errno;
  close (self->lock_fd);
  self->lock_fd = -1;
  if (saved_errno != EWOULDBLOCK)
    return set_error_from_errno (error, NW_ERROR_WRITE, saved_errno, path);
  g_set_error_literal (error, NW_ERROR, NW_ERROR_WRITE,
                       _("Needlewise is running a second time and keeps notes there"));
  return FALSE;
}

static gboolean
take_lock (NwStore  *self,
           GError  **error)
{
  g_autofree char *path = g_build_filename (self->folder, LOCK_NAME, NULL);

  if (!ensure_folder (self, error))
    return FALSE;
  if (holds_lock (self, path))
    return TRUE;

  /* Another program may remove the folder, and the lock, under our hands. */
  for (int i = 0; i < LOCK_TRIES; i++)
    {
      if (!ensure_folder (self, error) || !open_lock (self, path, error))
        return FALSE;
      if (holds_lock (self, path))
        {
          remove_leftovers (self);
          return TRUE;
        }
    }

  return set_error_from_errno (error, NW_ERROR_WRITE, ENOENT, path);
}

/* Reading */

/* Gives a damaged file, or whatever stands in its place, a name with the date,
 * and never the name of something that is there. */
static char *
rename_aside (const char *path,
              const char *name)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *folder = g_path_get_dirname (path);

  for (int i = 1; i < 1000; i++)
    {
      g_autofree char *number = i == 1 ? g_strdup ("") : g_strdup_printf ("-%d", i);
      g_autofree char *base = g_strdup_printf ("%s.damaged-%s%s.json", name, date, number);
      g_autofree char *aside = g_build_filename (folder, base, NULL);
      struct stat status;

      if (g_lstat (aside, &status) == 0)
        continue;
      if (g_rename (path, aside) == 0)
        return g_steal_pointer (&aside);
      break;
    }

  g_debug ("Cannot set %s aside: %s", path, g_strerror (errno));
  return NULL;
}

/* Not while another program may be writing it, nor what that has just written. */
static char *
set_file_aside (NwStore    *self,
                const char *path,
                const char *name,
                const char *identity)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *current = NULL;
  char *aside = NULL;

  g_mutex_lock (&self->mutex);
  current = dup_identity (path);
  if (!take_lock (self, &error))
    g_debug ("Cannot set %s aside: %s", path, error->message);
  else if (g_str_equal (current, identity))
    aside = rename_aside (path, name);
  g_mutex_unlock (&self->mutex);

  return aside;
}

static NwStoreResult
read_file (const char       *path,
           gint64            newest_format,
           NwStoreReadFunc   func,
           gpointer          user_data,
           GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (NwJson) json = NULL;
  const NwJsonNode *root;
  struct stat status;
  gint64 format = 0;

  if (g_stat (path, &status) < 0)
    {
      struct stat link;

      if (errno == ENOENT && g_lstat (path, &link) < 0)
        return NW_STORE_NOTHING;
      set_error_from_errno (error, NW_ERROR_READ, errno, path);
      return errno == ENOENT || errno == ELOOP ? NW_STORE_DAMAGED : NW_STORE_UNREADABLE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, NW_ERROR, NW_ERROR_READ, _("%s: this is not a file"), shown);
      return NW_STORE_DAMAGED;
    }

  json = nw_json_new_from_path (path, &limits, &local_error);
  if (json == NULL)
    {
      gboolean unreadable = g_error_matches (local_error, NW_ERROR, NW_ERROR_READ);

      g_propagate_error (error, g_steal_pointer (&local_error));
      return unreadable ? NW_STORE_UNREADABLE : NW_STORE_DAMAGED;
    }

  root = nw_json_get_root (json);
  if (nw_json_node_get_node_type (root) != NW_JSON_OBJECT
      || nw_json_node_get_member (root, "format") == NULL
      || !nw_json_node_get_int (nw_json_node_get_member (root, "format"), &format)
      || format < 1)
    {
      g_set_error (error, NW_ERROR, NW_ERROR_CONTENT,
                   _("%s: expected an object with a “format” of 1 or more"),
                   nw_json_get_name (json));
      return NW_STORE_DAMAGED;
    }

  if (format > newest_format)
    {
      func (root, user_data, NULL);
      return NW_STORE_NEWER;
    }

  return func (root, user_data, error) ? NW_STORE_GOOD : NW_STORE_DAMAGED;
}

/* Writing */

/* Makes what is kept now the copy before, without a moment at which there is
 * neither: a second name for the same bytes, moved over the old copy. */
static gboolean
keep_previous (NwStore     *self,
               const char  *name,
               const char  *path,
               GError     **error)
{
  g_autofree char *previous = build_path (self, name, ".previous.json");
  g_autofree char *spare = build_path (self, name, ".previous.json.new");
  g_autofree char *bytes = NULL;
  gsize length;
  int saved_errno;

  g_unlink (spare);
  if (link (path, spare) == 0)
    {
      if (g_rename (spare, previous) == 0)
        return TRUE;
      saved_errno = errno;
      g_unlink (spare);
      return set_error_from_errno (error, NW_ERROR_WRITE, saved_errno, previous);
    }
  if (errno == ENOENT)
    return TRUE;

  /* Not every file system gives a file two names. */
  if (!g_file_get_contents (path, &bytes, &length, error))
    return FALSE;
  return g_file_set_contents_full (previous, bytes, length,
                                   G_FILE_SET_CONTENTS_CONSISTENT
                                   | G_FILE_SET_CONTENTS_DURABLE,
                                   FILE_MODE, error);
}

static gboolean
write_file (NwStore     *self,
            const char  *name,
            const char  *text,
            GError     **error)
{
  g_autofree char *path = build_path (self, name, ".json");
  g_autoptr (GError) local_error = NULL;
  struct stat status;

  /* It could not be read again. */
  if (strlen (text) > limits.max_bytes)
    return set_error_from_errno (error, NW_ERROR_WRITE, EFBIG, path);

  if (!check_identity (self, name, path, error)
      || !keep_previous (self, name, path, error))
    return FALSE;

  if (!g_file_set_contents_full (path, text, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 FILE_MODE, &local_error))
    {
      /* Not every message of GLib names the file. */
      g_autofree char *shown = g_filename_display_name (path);

      if (strstr (local_error->message, shown) != NULL)
        g_set_error_literal (error, NW_ERROR, NW_ERROR_WRITE, local_error->message);
      else
        g_set_error (error, NW_ERROR, NW_ERROR_WRITE, "%s: %s", shown, local_error->message);
      return FALSE;
    }

  /* From here on the file is ours, also where what follows does not work. */
  remember_identity (self, name, path);

  /* A strange umask may have taken from the mode. */
  if (g_stat (path, &status) == 0
      && (status.st_mode & 07777) != FILE_MODE
      && g_chmod (path, FILE_MODE) < 0)
    return set_error_from_errno (error, NW_ERROR_WRITE, errno, path);

  /* GLib has asked for this already, but does not tell when it failed. */
  return sync_folder (self->folder, error);
}

/* Overrides */

static void
nw_store_finalize (GObject *object)
{
  NwStore *self = NW_STORE (object);

  if (self->lock_fd >= 0)
    close (self->lock_fd);
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (nw_store_parent_class)->finalize (object);
}

static void
nw_store_class_init (NwStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nw_store_finalize;
}

static void
nw_store_init (NwStore *self)
{
  g_mutex_init (&self->mutex);
  self->lock_fd = -1;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * nw_store_new:
 * @folder: (nullable) (type filename): where to keep the documents, or %NULL
 *   for `needlewise` in the user’s data folder
 *
 * Touches nothing yet.
 *
 * Returns: (transfer full): a store
 */
NwStore *
nw_store_new (const char *folder)
{
  NwStore *self = g_object_new (NW_TYPE_STORE, NULL);

  self->folder = folder != NULL ? g_strdup (folder)
                                : g_build_filename (g_get_user_data_dir (), "needlewise", NULL);
  return self;
}

/**
 * nw_store_get_folder:
 * @self: a store
 *
 * Returns: (type filename): the folder
 */
const char *
nw_store_get_folder (NwStore *self)
{
  g_return_val_if_fail (NW_IS_STORE (self), NULL);

  return self->folder;
}

/**
 * nw_store_lock:
 * @self: a store
 * @error: return location for an error
 *
 * Claims the folder for this program until the store goes, so that a second
 * one cannot overwrite what the first has kept. May be called again at any
 * time. nw_store_save() does it too.
 *
 * Returns: whether this program may write
 */
gboolean
nw_store_lock (NwStore  *self,
               GError  **error)
{
  gboolean ok;

  g_return_val_if_fail (NW_IS_STORE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_mutex_lock (&self->mutex);
  ok = take_lock (self, error);
  g_mutex_unlock (&self->mutex);

  return ok;
}

/* Reads one file, and sets it aside where it cannot be used. */
static NwStoreResult
load_file (NwStore          *self,
           const char       *name,
           const char       *path,
           gint64            newest_format,
           NwStoreReadFunc   func,
           gpointer          user_data,
           char            **set_aside,
           GError          **error)
{
  g_autofree char *identity = dup_identity (path);
  g_autofree char *aside = NULL;
  NwStoreResult result = read_file (path, newest_format, func, user_data, error);

  if (result == NW_STORE_DAMAGED)
    {
      aside = set_file_aside (self, path, name, identity);
      if (aside == NULL)
        result = NW_STORE_UNREADABLE;
    }
  if (set_aside != NULL)
    *set_aside = g_steal_pointer (&aside);

  /* What must not be written over stays unknown to check_identity(). */
  g_mutex_lock (&self->mutex);
  if (result == NW_STORE_GOOD)
    g_hash_table_replace (self->known, g_strdup (name), g_steal_pointer (&identity));
  else
    g_hash_table_remove (self->known, name);
  g_mutex_unlock (&self->mutex);

  return result;
}

/**
 * nw_store_load:
 * @self: a store
 * @name: the document’s name, without an ending
 * @newest_format: the newest `format` that @func understands
 * @func: (scope call): takes over what the document says
 * @user_data: for @func
 * @set_aside: (out) (optional) (transfer full) (nullable) (type filename):
 *   where a damaged document lies now
 * @error: return location for what was wrong, also where the copy before could
 *   be read
 *
 * Reads a document. What cannot be used is set aside, and the copy before is
 * read in its place.
 *
 * Returns: what came of it
 */
NwStoreResult
nw_store_load (NwStore          *self,
               const char       *name,
               gint64            newest_format,
               NwStoreReadFunc   func,
               gpointer          user_data,
               char            **set_aside,
               GError          **error)
{
  g_autofree char *path = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *previous_name = NULL;
  g_autofree char *aside = NULL;
  NwStoreResult result;

  g_return_val_if_fail (NW_IS_STORE (self), NW_STORE_UNREADABLE);
  g_return_val_if_fail (name != NULL, NW_STORE_UNREADABLE);
  g_return_val_if_fail (func != NULL, NW_STORE_UNREADABLE);
  g_return_val_if_fail (error == NULL || *error == NULL, NW_STORE_UNREADABLE);

  path = build_path (self, name, ".json");
  previous = build_path (self, name, ".previous.json");
  previous_name = g_strconcat (name, ".previous", NULL);

  result = load_file (self, name, path, newest_format, func, user_data, &aside, error);
  if (set_aside != NULL)
    *set_aside = g_steal_pointer (&aside);
  if (result != NW_STORE_DAMAGED && result != NW_STORE_NOTHING)
    return result;

  switch (load_file (self, previous_name, previous, newest_format, func, user_data, NULL, NULL))
    {
    case NW_STORE_GOOD:
      return NW_STORE_PREVIOUS;
    case NW_STORE_NEWER:
      return NW_STORE_NEWER;
    case NW_STORE_UNREADABLE:
      /* It may be the only copy there is, so nothing is written over it. */
      if (error != NULL && *error == NULL)
        set_error_from_errno (error, NW_ERROR_READ, EIO, previous);
      return NW_STORE_UNREADABLE;
    case NW_STORE_NOTHING:
    case NW_STORE_PREVIOUS:
    case NW_STORE_DAMAGED:
    default:
      return result;
    }
}

/**
 * nw_store_save:
 * @self: a store
 * @name: the document’s name, without an ending
 * @text: the whole document
 * @error: return location for an error
 *
 * Writes a document so that after a crash there is either the old or the new
 * one, only its owner can read it, and the one before is kept. When this
 * returns %TRUE it is on the disk. It waits for the disk: call it from a
 * thread where frames are drawn.
 *
 * Returns: whether it is kept
 */
gboolean
nw_store_save (NwStore     *self,
               const char  *name,
               const char  *text,
               GError     **error)
{
  gboolean ok;

  g_return_val_if_fail (NW_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_mutex_lock (&self->mutex);
  ok = take_lock (self, error) && write_file (self, name, text, error);
  g_mutex_unlock (&self->mutex);

  return ok;
}

/* Removes one document: it, the copy before, and what was set aside of it. */
static gboolean
remove_document (NwStore     *self,
                 const char  *name,
                 GError     **error)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, error);
  g_autofree char *prefix = g_strconcat (name, ".", NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, file, NULL);

      if (g_str_has_prefix (file, prefix) && g_remove (path) < 0 && errno != ENOENT)
        return set_error_from_errno (error, NW_ERROR_WRITE, errno, path);
    }
  g_hash_table_remove (self->known, name);
  return dir != NULL && sync_folder (self->folder, error);
}

/**
 * nw_store_remove:
 * @self: a store
 * @name: the document’s name, without an ending
 * @error: return location for an error
 *
 * Removes a document with the copies of it, also what was set aside.
 *
 * Returns: whether nothing of it is left
 */
gboolean
nw_store_remove (NwStore     *self,
                 const char  *name,
                 GError     **error)
{
  gboolean ok;

  g_return_val_if_fail (NW_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  ok = take_lock (self, error) && remove_document (self, name, error);
  g_mutex_unlock (&self->mutex);

  return ok;
}

/* Removes what is in a folder. Links in it are removed, never followed. */
static gboolean
empty_folder (const char  *path,
              GError     **error)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      struct stat status;

      if (g_lstat (child, &status) == 0 && S_ISDIR (status.st_mode)
          && !empty_folder (child, error))
        return FALSE;
      if (g_remove (child) < 0 && errno != ENOENT)
        return set_error_from_errno (error, NW_ERROR_WRITE, errno, child);
    }

  return TRUE;
}

static gboolean
remove_folder (NwStore  *self,
               GError  **error)
{
  /* Where the folder itself is a link, what it leads to was kept by us. */
  return empty_folder (self->folder, error)
         && (g_remove (self->folder) == 0
             || set_error_from_errno (error, NW_ERROR_WRITE, errno, self->folder));
}

/**
 * nw_store_remove_all:
 * @self: a store
 * @error: return location for an error
 *
 * Removes the folder and all that is in it: every document, the copies before
 * and what was set aside.
 *
 * Returns: whether nothing is left
 */
gboolean
nw_store_remove_all (NwStore  *self,
                     GError  **error)
{
  gboolean ok;

  g_return_val_if_fail (NW_IS_STORE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_mutex_lock (&self->mutex);
  ok = take_lock (self, error) && remove_folder (self, error);
  g_hash_table_remove_all (self->known);
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  self->lock_fd = -1;
  g_mutex_unlock (&self->mutex);

  return ok;
}
