/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that opening and closing a page again and again takes no more memory,
 * and that a closed page is gone. */

#include "config.h"

#include <malloc.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "model/plan/nw-plan-keeper.h"
#include "view/article/nw-article-page.h"
#include "view/plan/nw-plan-page.h"
#include "view/screening/nw-screening-page.h"

#define TIMES 200
/* GTK, Pango and the allocator keep some for later; a page that is kept takes
 * hundreds of kilobytes each time. */
#define MAX_BYTES_PER_TIME 4096

static NwPlanKeeper *keeper;

static GtkWidget *
open_article (void)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);

  return nw_article_page_new (settings);
}

static GtkWidget *
open_screening (void)
{
  GtkWidget *page = nw_screening_page_new ();

  nw_screening_page_set_keeper (NW_SCREENING_PAGE (page), keeper);
  return page;
}

static GtkWidget *
open_plan (void)
{
  return nw_plan_page_new (keeper);
}

static void
open_and_close (GtkWidget *(*open_page) (void))
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = open_page ();
  GtkWidget *watched = page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &watched);
  gtk_window_set_child (GTK_WINDOW (window), page);
  /* Not shown: laying out an article 200 times takes minutes. */
  gtk_widget_realize (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (watched);
}

static void
test_growth (gconstpointer data)
{
  GtkWidget *(*open_page) (void) = data;
  gssize before;
  gssize after;

  for (int i = 0; i < 10; i++)
    open_and_close (open_page);
  before = (gssize) mallinfo2 ().uordblks;
  for (int i = 0; i < TIMES; i++)
    open_and_close (open_page);
  after = (gssize) mallinfo2 ().uordblks;

  g_test_message ("%" G_GSSIZE_FORMAT " bytes each time", (after - before) / TIMES);
  g_assert_cmpint ((after - before) / TIMES, <, MAX_BYTES_PER_TIME);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (NwStore) store = NULL;
  g_autoptr (NwClock) clock = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("nw-growth-XXXXXX", NULL);
  store = nw_store_new (folder);
  clock = nw_clock_new ();
  keeper = nw_plan_keeper_new (store, clock);

  g_test_add_data_func ("/view/growth/read", open_article, test_growth);
  g_test_add_data_func ("/view/growth/screen", open_screening, test_growth);
  g_test_add_data_func ("/view/growth/prepare", open_plan, test_growth);

  status = g_test_run ();
  nw_plan_keeper_delete_all (keeper, NULL);
  g_clear_object (&keeper);
  g_rmdir (folder);
  return status;
}
