import './demo-line.css';
import { useDemonstration } from './use-demonstration';

/** On a demonstration (演示系统) every page says so, as the public pages do: nobody takes its institutions for real ones. */
export function DemoLine() {
  if (useDemonstration() !== true) return null;
  return (
    <aside className="demo-line" aria-label="演示系统">
      演示系统：机构、人员、检查和处罚均为虚构。
    </aside>
  );
}
