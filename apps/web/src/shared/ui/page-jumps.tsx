import { useEffect, useRef, useState } from 'react';
import './page-jumps.css';
import { useNarrow } from './use-narrow';

/** With fewer there is nothing to leap over. */
const FEWEST = 3;

interface PageJumpsProps {
  /** A part of many panels, by its selector, that stands as one in the row: under this name, at its first. */
  readonly gathered: { readonly within: string; readonly name: string };
}

interface Jump {
  readonly name: string;
  readonly heading: HTMLElement;
}

/** On a phone a row of what follows on the page: a long one is not to be scrolled through for its end. */
export function PageJumps({ gathered: { within, name } }: PageJumpsProps) {
  const narrow = useNarrow();
  const place = useRef<HTMLElement>(null);
  const [jumps, setJumps] = useState<readonly Jump[]>([]);
  useEffect(() => {
    const page = place.current?.closest('.page');
    if (!page) return;
    const look = () => setJumps((known) => unlessSame(known, jumpsOf(page, within, name)));
    look();
    // Panels come when their answers do.
    const observer = new MutationObserver(look);
    observer.observe(page, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [narrow, within, name]);
  if (!narrow) return null;
  return (
    <nav ref={place} className="page-jumps no-print" aria-label="本页内容" hidden={jumps.length < FEWEST}>
      {jumps.map((jump, index) => (
        <button key={index} type="button" onClick={() => goTo(jump.heading)}>
          {jump.name}
        </button>
      ))}
    </nav>
  );
}

function jumpsOf(page: Element, within: string, name: string): Jump[] {
  const headings = [...page.querySelectorAll<HTMLElement>('.panel > h2')];
  const first = headings.find((heading) => heading.closest(within));
  return headings.flatMap((heading) => {
    if (heading === first) return [{ name, heading }];
    // What stands in brackets (选填, 3 处) is read there.
    return heading.closest(within) ? [] : [{ name: heading.textContent.replace(/（.*）$/, ''), heading }];
  });
}

function unlessSame(known: readonly Jump[], found: readonly Jump[]): readonly Jump[] {
  const same =
    known.length === found.length &&
    found.every(({ name, heading }, i) => known[i]?.name === name && known[i].heading === heading);
  return same ? known : found;
}

/** With the focus, so that who goes on by keyboard, or listens, is there as well. */
function goTo(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}
