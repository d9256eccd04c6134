import { createBrowserRouter, type RouteObject } from 'react-router';
import { PAGES } from './pages';
import { Frame } from './frame';
import { Guarded } from './guarded';
import { RouteFailure } from './route-failure';
import { SignedInOnly } from './signed-in-only';

const pages: RouteObject[] = PAGES.map((page) => ({
  path: page.path,
  lazy: async () => {
    const { default: Page } = await page.load();
    return {
      element: (
        <Guarded page={page}>
          <Page />
        </Guarded>
      ),
    };
  },
}));

export const router = createBrowserRouter(
  [
    {
      errorElement: <RouteFailure />,
      HydrateFallback: () => null,
      children: [
        {
          path: 'sign-in',
          lazy: async () => ({ Component: (await import('../features/access/sign-in-page')).default }),
        },
        {
          element: <SignedInOnly />,
          children: [
            {
              element: <Frame />,
              children: [
                ...pages,
                { path: '*', lazy: async () => ({ Component: (await import('./missing-page')).default }) },
              ],
              errorElement: <RouteFailure />,
            },
          ],
        },
      ],
    },
  ],
  { basename: '/console' },
);
