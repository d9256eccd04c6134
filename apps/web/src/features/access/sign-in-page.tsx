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
          还没有账号的机构经办人，请带身份证件到机构所在地受理备案的民政（养老）、卫生健康（托育）窗口开立；在哪里办、带什么，见
          <a href="/guide">办事指南</a>。
        </p>
        <p className="muted">
          忘记密码或者账号被停用的，机构经办人请到原窗口或者联系所在区县的系统管理员，工作人员请联系本单位的系统管理员。公众查询不需要登录：
          <a href="/">公众网站</a>
        </p>
      </main>
    </>
  );
}
