import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { PAGES } from './pages';
import { Frame } from './frame';
import { Guarded } from './guarded';
import { RouteFailure } from './route-failure';
import { SignedInOnly } from './signed-in-only';

type Load = () => Promise<{ readonly default: ComponentType }>;

/** A page together with the looks of antd. */
async function dressed(load: Load): Promise<ComponentType> {
  const [{ default: Page }, { default: Antd }] = await Promise.all([load(), import('../shared/ui/antd')]);
  return function Dressed() {
    return (
      <Antd>
        <Page />
      </Antd>
    );
  };
}

const pages: RouteObject[] = PAGES.map((page) => ({
  path: page.path,
  lazy: async () => {
    const Page = page.light ? (await page.load()).default : await dressed(page.load);
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
          lazy: async () => ({ Component: await dressed(() => import('../features/access/sign-in-page')) }),
        },
        {
          element: <SignedInOnly />,
          children: [
            {
              element: <Frame />,
              children: [
                ...pages,
                {
                  path: '*',
                  lazy: async () => ({ Component: await dressed(() => import('./missing-page')) }),
                },
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
