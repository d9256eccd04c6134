import { Form, Input } from 'antd';
import { atMost, FILLED } from '../../../shared/form/filled';

export interface Applicant {
  readonly username: string;
  readonly name: string;
}

/** Who stands at the window: account and name must fit. */
export function ApplicantFields() {
  return (
    <>
      <Form.Item
        name={['applicant', 'username']}
        label="申请人账号的用户名"
        extra="请申请人说出或者自己输入"
        rules={[...FILLED, atMost(64)]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['applicant', 'name']}
        label="申请人姓名"
        extra="先核对身份证件；与账号的姓名一致才能代办"
        rules={[...FILLED, atMost(50)]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** What assisting means, before it is begun. */
export const ABOUT_ASSISTING =
  '这一件归申请人的账号，申请人随时可以自己接着办理或者结束代办。须上传申请人当面签字的窗口代办确认书。您代办的，由其他工作人员办理。';
