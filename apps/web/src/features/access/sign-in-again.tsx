import { Button, Modal } from 'antd';
import type { User } from '../../shared/session/session';
import { session } from '../../shared/session/session';
import Antd from '../../shared/ui/antd';
import { useFocusBack } from '../../shared/ui/use-focus-back';
import { SignInForm } from './sign-in-form';

/** The sign-in has run out or was ended elsewhere: the page behind waits as it is. */
export default function SignInAgain({ user }: { readonly user: User }) {
  useFocusBack(true);
  return (
    <Antd>
      <Modal open closable={false} footer={null} title="请重新登录" maskClosable={false} keyboard={false}>
        <p>
          {user.name}，您的登录已经结束（到期，或者在别处退出）。重新登录后从原处继续，本页填写的内容都还在。
        </p>
        <SignInForm />
        <Button type="link" onClick={() => void session.end(false)}>
          放弃本页内容，换人登录
        </Button>
      </Modal>
    </Antd>
  );
}
