/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes JSON text piece by piece, numbers as they were written. */

#pragma once

#include "model/base/nw-json.h"

G_BEGIN_DECLS

typedef struct _NwJsonWriter NwJsonWriter;

NwJsonWriter *nw_json_writer_new          (gboolean          pretty);
void          nw_json_writer_free         (NwJsonWriter     *self);
char         *nw_json_writer_free_to_text (NwJsonWriter     *self);
void          nw_json_writer_begin_object (NwJsonWriter     *self,
                                           const char       *member);
void          nw_json_writer_end_object   (NwJsonWriter     *self);
void          nw_json_writer_begin_array  (NwJsonWriter     *self,
                                           const char       *member);
void          nw_json_writer_end_array    (NwJsonWriter     *self);
void          nw_json_writer_add_string   (NwJsonWriter     *self,
                                           const char       *member,
                                           const char       *value);
void          nw_json_writer_add_number   (NwJsonWriter     *self,
                                           const char       *member,
                                           const char       *text);
void          nw_json_writer_add_int      (NwJsonWriter     *self,
                                           const char       *member,
                                           gint64            value);
void          nw_json_writer_add_boolean  (NwJsonWriter     *self,
                                           const char       *member,
                                           gboolean          value);
void          nw_json_writer_add_null     (NwJsonWriter     *self,
                                           const char       *member);
void          nw_json_writer_add_node     (NwJsonWriter     *self,
                                           const char       *member,
                                           const NwJsonNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NwJsonWriter, nw_json_writer_free)

G_END_DECLS
