import { useRouteError } from 'react-router';

/** The last resort: a page that broke, or a part that could not be loaded because the system was renewed meanwhile. */
export function RouteFailure() {
  const error = useRouteError();
  const outdated =
    error instanceof TypeError && /dynamically imported module|module script/.test(error.message);
  return (
    <main className="route-failure">
      <h1>{outdated ? '页面需要更新' : '这个页面出了问题'}</h1>
      <p>
        {outdated
          ? '系统已经更新，或者网络中断。请重新载入；已保存的内容不受影响。'
          : '请重新载入；仍然不行的，请联系系统管理员。已保存的内容不受影响。'}
      </p>
      <button type="button" onClick={() => location.reload()}>
        重新载入
      </button>
    </main>
  );
}
