import { useEffect } from 'react';
import { useBlocker } from 'react-router';

const LOST = '还有内容没有保存到服务器，离开会丢失。仍要离开吗？';

/** While something typed has not reached the server, leaving the page asks first. */
export function useLeaveWarning(unsaved: boolean, question = LOST): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    // The browser's own question: it also works where the page is being torn down.
    if (confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
