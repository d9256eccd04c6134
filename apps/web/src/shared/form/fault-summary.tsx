import { useEffect, useRef } from 'react';
import type { FieldName } from './pointers';

export interface Fault {
  readonly name: FieldName;
  readonly message: string;
  /** As it stands above the field. */
  readonly label?: string;
}

interface FaultSummaryProps {
  readonly faults: readonly Fault[];
  /** How often the form was turned back: each time the summary takes the focus, and never while the faults are put right. */
  readonly attempt: number;
  readonly onGo: (name: FieldName) => void;
}

/** Everything that must be put right, above the form; each line leads to its field. */
export function FaultSummary({ faults, attempt, onGo }: FaultSummaryProps) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), [attempt]);
  if (faults.length === 0) return null;
  return (
    <div ref={here} className="fault-summary" role="alert" tabIndex={-1}>
      <strong>有 {faults.length} 处需要改正：</strong>
      <ul>
        {faults.map(({ name, message, label }) => (
          <li key={name.join('/')}>
            <button type="button" className="link-button" onClick={() => onGo(name)}>
              {label === undefined || message.includes(label) ? message : `${label}：${message}`}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
