import { useEffect, useRef } from 'react';
import type { FieldName } from './pointers';

export interface Fault {
  readonly name: FieldName;
  readonly message: string;
}

interface FaultSummaryProps {
  readonly faults: readonly Fault[];
  readonly onGo: (name: FieldName) => void;
}

/** Everything that must be put right, above the form; each line leads to its field. Takes the focus when it appears. */
export function FaultSummary({ faults, onGo }: FaultSummaryProps) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) here.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div ref={here} className="fault-summary" role="alert" tabIndex={-1}>
      <strong>有 {faults.length} 处需要改正：</strong>
      <ul>
        {faults.map(({ name, message }) => (
          <li key={name.join('/')}>
            <button type="button" className="link-button" onClick={() => onGo(name)}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
