import { Form } from 'antd';
import type { ReactNode } from 'react';

interface PlanFieldProps {
  /** Id of the control inside, which must carry it. */
  readonly id: string;
  readonly label: string;
  readonly help?: ReactNode;
  /** What is wrong, once the person has been here. */
  readonly fault?: string | undefined;
  readonly children: ReactNode;
}

/** Label above, help under the control, the error last. */
export function PlanField({ id, label, help, fault, children }: PlanFieldProps) {
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      layout="vertical"
      colon={false}
      extra={help}
      {...(fault === undefined ? {} : { validateStatus: 'error' as const, help: fault })}
    >
      {children}
    </Form.Item>
  );
}
