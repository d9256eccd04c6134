import type { Filing } from '../queries';
import { DECISION_BAR } from './decision-bar';
import { useDecides } from './use-decides';

/** For who works by keyboard: between the heading and the decision lie the form and a note at each of its answers. */
export function SkipToDecision({ filing }: { readonly filing: Filing }) {
  if (!useDecides(filing)) return null;
  return (
    <a
      className="skip-link no-print"
      href={`#${DECISION_BAR}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(DECISION_BAR)?.focus();
      }}
    >
      跳到办理操作
    </a>
  );
}
