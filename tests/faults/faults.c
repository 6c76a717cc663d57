/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded before the C library: lets one call that touches a folder fail.
 *
 *   FAULT_FOLDER  the folder; nothing else is touched
 *   FAULT_CALL    open, read, write, short, fsync, rename, link, close, mkdir or chmod
 *   FAULT_ERRNO   the number of the error
 *   FAULT_AT      which of those calls fails, from 1; 0 for none
 *   FAULT_ON      set where all later ones fail too
 *   FAULT_WHILE   a file; the calls fail only as long as it is there
 *   FAULT_COUNT   a file that takes the number of those calls at the end
 *
 * A short write writes half and says so, as the manual allows.
 */

/* Each name stands for itself here. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_FDS 4096

static char ours[N_FDS];
static int n_calls;

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

/* Whether a path lies in the folder, or is the folder. */
static int
is_ours (const char *path)
{
  const char *folder = getenv ("FAULT_FOLDER");

  return folder != NULL && path != NULL && strncmp (path, folder, strlen (folder)) == 0;
}

/* Whether this call is the one to fail; sets errno then. */
static int
fails (const char *call)
{
  const char *wanted = getenv ("FAULT_CALL");
  const char *at = getenv ("FAULT_AT");
  const char *number = getenv ("FAULT_ERRNO");
  const char *condition = getenv ("FAULT_WHILE");
  int which = at != NULL ? atoi (at) : 0;
  int n;

  if (wanted == NULL || strcmp (wanted, call) != 0)
    return 0;
  if (condition != NULL && REAL (access) (condition, F_OK) != 0)
    return 0;

  n = __atomic_add_fetch (&n_calls, 1, __ATOMIC_SEQ_CST);
  if (which == 0 || !(n == which || (n > which && getenv ("FAULT_ON") != NULL)))
    return 0;
  errno = number != NULL ? atoi (number) : EIO;
  return 1;
}

static int
remember (int         fd,
          const char *path)
{
  if (fd >= 0 && fd < N_FDS)
    ours[fd] = is_ours (path);
  return fd;
}

static int
is_our_fd (int fd)
{
  return fd >= 0 && fd < N_FDS && ours[fd];
}

#define OPEN(name) \
  int \
  name (const char *path, int flags, ...) \
  { \
    mode_t mode = 0; \
    va_list arguments; \
    \
    va_start (arguments, flags); \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0) \
      mode = va_arg (arguments, mode_t); \
    va_end (arguments); \
    if (is_ours (path) && fails ("open")) \
      return -1; \
    return remember (REAL (name) (path, flags, mode), path); \
  }

OPEN (open)
OPEN (open64)

/* What programs call that were compiled with bounded calls. */
int     __open_2    (const char *path,
                     int         flags);
int     __open64_2  (const char *path,
                     int         flags);
ssize_t __read_chk  (int         fd,
                     void       *buffer,
                     size_t      size,
                     size_t      room);

int
__open_2 (const char *path,
          int         flags)
{
  return open (path, flags);
}

int
__open64_2 (const char *path,
            int         flags)
{
  return open64 (path, flags);
}

ssize_t
read (int    fd,
      void  *buffer,
      size_t size)
{
  if (is_our_fd (fd) && fails ("read"))
    return -1;
  return REAL (read) (fd, buffer, size);
}

ssize_t
__read_chk (int    fd,
            void  *buffer,
            size_t size,
            size_t room)
{
  if (size > room)
    abort ();
  return read (fd, buffer, size);
}

ssize_t
write (int         fd,
       const void *buffer,
       size_t      size)
{
  if (is_our_fd (fd) && fails ("write"))
    return -1;
  if (is_our_fd (fd) && size > 1 && fails ("short"))
    size /= 2;
  return REAL (write) (fd, buffer, size);
}

int
fsync (int fd)
{
  if (is_our_fd (fd) && fails ("fsync"))
    return -1;
  return REAL (fsync) (fd);
}

int
close (int fd)
{
  int was_ours = is_our_fd (fd);
  int result;

  if (was_ours)
    ours[fd] = 0;
  /* As Linux does: the descriptor is gone whatever it says. */
  result = REAL (close) (fd);
  return was_ours && fails ("close") ? -1 : result;
}

int
rename (const char *from,
        const char *to)
{
  if (is_ours (to) && fails ("rename"))
    return -1;
  return REAL (rename) (from, to);
}

int
link (const char *from,
      const char *to)
{
  if (is_ours (to) && fails ("link"))
    return -1;
  return REAL (link) (from, to);
}

int
mkdir (const char *path,
       mode_t      mode)
{
  if (is_ours (path) && fails ("mkdir"))
    return -1;
  return REAL (mkdir) (path, mode);
}

int
chmod (const char *path,
       mode_t      mode)
{
  if (is_ours (path) && fails ("chmod"))
    return -1;
  return REAL (chmod) (path, mode);
}

int
fchmod (int    fd,
        mode_t mode)
{
  if (is_our_fd (fd) && fails ("chmod"))
    return -1;
  return REAL (fchmod) (fd, mode);
}

static void count_calls (void) __attribute__ ((destructor));

static void
count_calls (void)
{
  const char *path = getenv ("FAULT_COUNT");
  FILE *file = path != NULL ? fopen (path, "w") : NULL;

  if (file == NULL)
    return;
  fprintf (file, "%d\n", n_calls);
  fclose (file);
}
