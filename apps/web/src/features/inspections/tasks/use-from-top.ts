import { useEffect, useRef } from 'react';

/**
 * Where one screen takes the place of another without a new page: it begins at the top, and what it is about is read out.
 * @returns for the heading, which needs `tabIndex={-1}`
 */
export function useFromTop() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
