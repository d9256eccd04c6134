import { lazy, Suspense } from 'react';
import { DemoLine } from '../shared/ui/demo-line';
import { useNarrow } from '../shared/ui/use-narrow';
import { ProgressLine } from './progress-line';
import { useKeptFocus } from './use-kept-focus';

const DesktopFrame = lazy(() => import('./desktop-frame'));
const PhoneFrame = lazy(() => import('./phone-frame'));

/** The frame around every page: which one depends on the width of the window alone. */
export function Frame() {
  const narrow = useNarrow();
  useKeptFocus();
  return (
    <>
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <ProgressLine />
      <DemoLine />
      <Suspense>{narrow ? <PhoneFrame /> : <DesktopFrame />}</Suspense>
    </>
  );
}
