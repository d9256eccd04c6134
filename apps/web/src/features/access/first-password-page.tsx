import { Card } from 'antd';
import { session } from '../../shared/session/session';
import Antd from '../../shared/ui/antd';
import { tell } from '../../shared/ui/told';
import { PasswordForm } from './password-form';
import './sign-in.css';

export default function FirstPasswordPage() {
  return (
    <main className="sign-in">
      <title>修改初始密码 - 照管</title>
      <h1>修改初始密码</h1>
      <p>请先把初始密码换成只有您自己知道的密码，然后再办理业务。</p>
      <Antd>
        <Card>
          <PasswordForm
            onChanged={() => {
              tell('密码已修改，以后用新密码登录。');
              void session.resume();
            }}
          />
        </Card>
      </Antd>
    </main>
  );
}
