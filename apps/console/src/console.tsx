import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './theme/page.css';
import './theme/frame.css';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { queries } from './api/queries.ts';
import { router } from './router.tsx';
import { direction, language } from './texts/locale.ts';
import { applyDensity } from './theme/density.ts';
import { theme, variables } from './theme/theme.ts';

document.documentElement.lang = language === 'de' ? 'de' : 'en';
document.documentElement.dir = direction;
applyDensity();

const Notices = lazy(async () => ({ default: (await import('./frame/notices.tsx')).Notices }));

export function Console() {
  return (
    <DirectionProvider initialDirection={direction} detectDirection={false}>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <Suspense>
          <Notices />
        </Suspense>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
