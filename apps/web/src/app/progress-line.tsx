import { useNavigation } from 'react-router';
import './progress-line.css';

/** While the next page is being loaded the present one stays; this line says that something is happening. */
export function ProgressLine() {
  const { state } = useNavigation();
  return (
    <div className="progress-line" role="progressbar" aria-label="正在打开页面" hidden={state === 'idle'} />
  );
}
