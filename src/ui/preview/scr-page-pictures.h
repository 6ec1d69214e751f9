/* The pictures of the pages that are in sight, in order of their pages. */
#pragma once

#include "scr-page-picture.h"

G_BEGIN_DECLS

GPtrArray *scr_page_pictures_new (void);
ScrPagePicture *scr_page_pictures_find (GPtrArray *pictures, guint page, guint *place);
void scr_page_pictures_insert (GPtrArray *pictures, ScrPagePicture *picture, GtkWidget *parent);
void scr_page_pictures_keep (GPtrArray *pictures, guint first, guint last);
gboolean scr_page_pictures_are (GPtrArray *pictures, guint first, guint last);

G_END_DECLS
