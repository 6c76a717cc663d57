/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the page Screen share. */

#pragma once

#include "view/screening/nw-screening-page.h"
#include "view/widgets/nw-banner.h"

G_BEGIN_DECLS

struct _NwScreeningPage
{
  GtkWidget           parent_instance;

  NwBanner           *form_banner;
  NwBanner           *problem_banner;
  GtkWidget          *top;
  GtkWidget          *overview;
  GtkWidget          *save_button;
  GtkWidget          *progress;
  GtkWidget          *added;
  GtkWidget          *scroller;
  GtkWidget          *slot;
  GtkWidget          *bottom;
  GtkWidget          *confirm;
  GtkWidget          *confirm_text;
  GtkWidget          *keep_button;
  GtkWidget          *confirm_button;
  GtkWidget          *buttons;
  GtkWidget          *back_button;
  GtkWidget          *next_button;
  GtkWidget          *again_button;

  NwScreening        *screening;
  NwPlanKeeper       *keeper;
  GSimpleActionGroup *actions;
  GtkWidget          *step_view;
  /* The step before, until this one has been painted. */
  GtkWidget          *left_view;
  guint               left_tick_id;
  guint               left_idle_id;
  GtkWidget          *last_focus;
  gconstpointer       wanted;
  /* The instance that was changed last from the page of all answers. */
  gconstpointer       changed;
  /* Where the focus was on each page that was left, and whether one goes on to
   * the next: that begins at its heading. */
  GHashTable         *places;
  gboolean            going_on;
  NwScreeningStep     shown_step;
  const NwItem       *shown_page;
  /* Whether something other than a step is shown, without ways on. */
  gboolean            alone;
  /* What is done where the question of the strip “confirm” is agreed to. */
  void              (*confirmed) (NwScreeningPage *self);

  /* Our own questions, and somebody else’s form: both keep their answers while
   * the other one is shown. */
  NwScreening        *ours;
  NwScreening        *theirs;
  GFile              *wanted_file;
  GCancellable       *loading;

  /* Keep the answers to our questions and to theirs where a person asks for it. */
  NwDraftKeeper      *draft_keeper;
  NwDraftKeeper      *form_keeper;
  gboolean            save_asked;
};

/* nw-screening-page.c */
void nw_screening_page_set_child     (NwScreeningPage *self,
                                      GtkWidget       *child);
void nw_screening_page_show_step     (NwScreeningPage *self);
void nw_screening_page_show_alone    (NwScreeningPage *self,
                                      GtkWidget       *child);
void nw_screening_page_focus_heading (NwScreeningPage *self);

/* nw-screening-left.c */
void nw_screening_left_keep          (NwScreeningPage *self,
                                      GtkWidget       *view);
void nw_screening_left_drop          (NwScreeningPage *self);

/* nw-screening-confirm.c */
void nw_screening_confirm_install    (GtkWidgetClass  *widget_class);
void nw_screening_confirm_show       (NwScreeningPage *self,
                                      gboolean         show);
void nw_screening_confirm_keep       (NwScreeningPage *self);
void nw_screening_confirm_ask        (NwScreeningPage *self,
                                      const char      *text,
                                      const char      *keep_label,
                                      const char      *confirm_label,
                                      void           (*confirmed) (NwScreeningPage *self));

/* nw-screening-forms.c */
void nw_screening_forms_install      (GtkWidgetClass  *widget_class);
void nw_screening_forms_update       (NwScreeningPage *self);
void nw_screening_forms_clear        (NwScreeningPage *self);
char *nw_screening_forms_dup_title   (NwQuestionnaire *form,
                                      const char      *source);

/* nw-screening-keep.c */
void       nw_screening_keep_install      (GtkWidgetClass   *widget_class);
GtkWidget *nw_screening_keep_new_offer    (NwScreeningPage  *self);
gboolean   nw_screening_keep_resume       (NwScreeningPage  *self,
                                           NwScreening      *screening);
void       nw_screening_keep_save         (NwScreeningPage  *self);
void       nw_screening_keep_show_problem (NwScreeningPage  *self);
void       nw_screening_keep_update       (NwScreeningPage  *self);
gboolean   nw_screening_keep_has_draft    (NwScreeningPage  *self);
gboolean   nw_screening_keep_remove       (NwScreeningPage  *self,
                                           GError          **error);
void       nw_screening_keep_tell         (NwScreeningPage  *self);

G_END_DECLS
