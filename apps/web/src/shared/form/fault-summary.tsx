import { useEffect, useRef, useState } from 'react';
import type { FieldName } from './pointers';

export interface Fault {
  readonly name: FieldName;
  readonly message: string;
  /** As it stands above the field. */
  readonly label?: string;
}

interface FaultSummaryProps {
  /** The act of the form, as its button says it. */
  readonly submit: string;
  readonly faults: readonly Fault[];
  /** How often the form was turned back, 0 when it was not: each time the summary takes the focus, and never while the faults are put right. */
  readonly attempt: number;
  readonly onGo: (name: FieldName) => void;
  /** Once every line is gone: whether nothing is wrong any more. What the server refused only it can say. */
  readonly after: AfterFaults;
}

export type AfterFaults = 'RIGHT' | 'MORE' | 'ASK_AGAIN';

const AFTER: Readonly<Record<AfterFaults, (submit: string) => string>> = {
  RIGHT: (submit) => `都已改正，可以点“${submit}”。`,
  MORE: (submit) => `标出的各处都已修改；还有没有填写或者不符合要求的，点“${submit}”后指出。`,
  ASK_AGAIN: (submit) => `标出的各处都已修改，点“${submit}”后重新核对。`,
};

/**
 * Everything that must be put right, above the form; each line leads to its field. It keeps its height while it grows
 * shorter: else the button that a person is about to press would move away under the pointer.
 */
export function FaultSummary({ submit, faults, attempt, onGo, after }: FaultSummaryProps) {
  const here = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const box = here.current;
    if (!box) return;
    box.focus();
    box.style.minHeight = '';
    const needed = box.offsetHeight;
    box.style.minHeight = `${needed}px`;
    setHeight(needed);
  }, [attempt]);
  if (attempt === 0) return null;
  if (faults.length === 0) {
    return (
      <div className="fault-summary fault-summary-done" role="status" style={{ minHeight: height }}>
        {AFTER[after](submit)}
      </div>
    );
  }
  return (
    <div ref={here} className="fault-summary" role="alert" tabIndex={-1} style={{ minHeight: height }}>
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
