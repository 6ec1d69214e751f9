/* A window of the application over a record in a folder of its own. */
#pragma once

#include "ui-support.h"

#include "scr-application.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  ScrApplication *application;
  ScrSettings *settings;
  ScrWindow *window;
  ScrStore *store; /* the window closes it; NULL without a record */
} WindowFixture;

WindowFixture *window_fixture_new (gboolean example);
void window_fixture_free (WindowFixture *self);
void window_fixture_act (WindowFixture *self, const char *action);
gboolean window_fixture_can (WindowFixture *self, const char *action);
void window_fixture_resize (WindowFixture *self, int width, int height);

G_END_DECLS
