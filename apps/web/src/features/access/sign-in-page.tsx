import { Card } from 'antd';
import { Navigate, useSearchParams } from 'react-router';
import { useSession } from '../../shared/session/use-session';
import { DemoLine } from '../../shared/ui/demo-line';
import { SignInForm } from './sign-in-form';
import './sign-in.css';

/** Back to where the person wanted to go, never to another site. */
function destinationOf(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}

export default function SignInPage() {
  const state = useSession();
  const [search] = useSearchParams();
  if (state.kind === 'in') return <Navigate to={destinationOf(search.get('next'))} replace />;
  return (
    <>
      <DemoLine />
      <main className="sign-in">
        <title>登录 - 照管</title>
        <h1>照管</h1>
        <p className="muted">养老、托育机构登记备案与监管</p>
        <Card>
          <SignInForm />
        </Card>
        <p className="muted">
          忘记密码或账号被停用的，请联系本单位的系统管理员。公众查询不需要登录：<a href="/">公众网站</a>
        </p>
      </main>
    </>
  );
}
