import { useNavigation } from 'react-router';
import './progress-line.css';

/**
 * While the next page is being loaded the present one stays; this line says that something is happening. It stands outside every
 * landmark, where only a status may.
 */
export function ProgressLine() {
  const { state } = useNavigation();
  return (
    <div className="progress-line" role="status" hidden={state === 'idle'}>
      <span className="visually-hidden">正在打开页面</span>
    </div>
  );
}
