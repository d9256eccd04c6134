import { useEffect, useState } from 'react';
import './waiting.css';

const QUIET_MS = 300;

/** Nothing for a moment, then lines where the content will stand. */
export function Waiting() {
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status" aria-label="正在载入">
      {shown && ['92%', '78%', '84%', '60%'].map((width) => <span key={width} style={{ width }} />)}
    </div>
  );
}
