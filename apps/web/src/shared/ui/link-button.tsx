import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

interface LinkButtonProps {
  readonly to: string;
  readonly primary?: boolean;
  readonly children: ReactNode;
}

/** Leads to another page and looks like a button. One element, so that the tab key stops at it once and a reader says it once. */
export function LinkButton({ to, primary = false, children }: LinkButtonProps) {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLElement>(to);
  return (
    <Button type={primary ? 'primary' : 'default'} href={href} onClick={follow}>
      {children}
    </Button>
  );
}
