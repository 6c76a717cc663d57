/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded before GTK into any GTK 4 program: prints when its first frame is
 * painted and what it has cost once it is idle, and ends it. The program
 * itself is not changed and does not know.
 *
 * It is linked to the C library alone and finds GTK where the program has loaded
 * it: otherwise the command that becomes our program (src/main.c) would be charged
 * with loading GTK, which it does without. */

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <gtk/gtk.h>

/* Idle means: nothing used the processor for this long. */
#define QUIET_MS 300
#define QUIET_CPU_US 2000

/* A function of the libraries that the program has loaded. */
#define LOADED(function) ((__typeof__ (&function)) dlsym (RTLD_DEFAULT, #function))

static gint64 cpu_before;
static gboolean painted;

static gint64
get_cpu_us (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (gint64) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC
         + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

static long
get_pss_kib (void)
{
  FILE *file = fopen ("/proc/self/smaps_rollup", "r");
  char line[256];
  long pss = -1;

  while (file != NULL && fgets (line, sizeof line, file) != NULL)
    if (sscanf (line, "Pss: %ld kB", &pss) == 1)
      break;
  if (file != NULL)
    fclose (file);
  return pss;
}

static gboolean
quiet_cb (gpointer user_data)
{
  gint64 cpu = get_cpu_us ();
  struct rusage usage;

  if (cpu - cpu_before > QUIET_CPU_US)
    {
      cpu_before = cpu;
      return G_SOURCE_CONTINUE;
    }

  getrusage (RUSAGE_SELF, &usage);
  fprintf (stderr,
           "probe-idle cpu_us=%" G_GINT64_FORMAT " pss_kib=%ld faults=%ld\n",
           cpu, get_pss_kib (), usage.ru_minflt + usage.ru_majflt);
  fflush (stderr);
  _exit (0);
}

static void
after_paint_cb (GdkFrameClock *clock)
{
  struct timespec now;

  if (painted)
    return;

  painted = TRUE;
  clock_gettime (CLOCK_MONOTONIC, &now);
  fprintf (stderr, "probe-painted monotonic_us=%lld cpu_us=%" G_GINT64_FORMAT "\n",
           (long long) now.tv_sec * 1000000 + now.tv_nsec / 1000, get_cpu_us ());
  cpu_before = get_cpu_us ();
  LOADED (g_timeout_add) (QUIET_MS, quiet_cb, NULL);
}

/* The program’s call lands here first. */
void
gtk_window_present (GtkWindow *window)
{
  static void (*present) (GtkWindow *);
  GdkSurface *surface;

  if (present == NULL)
    present = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");
  present (window);
  surface = LOADED (gtk_native_get_surface) ((GtkNative *) window);
  LOADED (g_signal_connect_data) (LOADED (gdk_surface_get_frame_clock) (surface), "after-paint",
                                  G_CALLBACK (after_paint_cb), NULL, NULL, 0);
}
