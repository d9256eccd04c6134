import { saysSomething } from '@zhaoguan/kernel';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { TooLong } from '../form/too-long';

interface ReasonFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number;
  /** Where the act is open without one as well. */
  readonly optional?: boolean;
}

const MOST_CHARACTERS = 1000;

/** A reason in words, without which the act is not open to the person, with how much may still be written. */
export function ReasonField(props: ReasonFieldProps) {
  const { label, help, value, onChange, maxLength = MOST_CHARACTERS, optional = false } = props;
  const id = useId();
  const said = useId();
  const [left, leave] = useState(false);
  // A dot or a figure says nothing, and the server takes neither; nobody is corrected at the first letter.
  const isWrong = left && value.trim() !== '' && !saysSomething(value);
  return (
    <div style={{ marginBottom: 24 }}>
      <label htmlFor={id}>
        {label}
        {optional ? '（选填）' : '（必填）'}
      </label>
      {help !== undefined && <div className="muted">{help}</div>}
      <Input.TextArea
        id={id}
        value={value}
        {...(isWrong ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': said } : {})}
        onChange={(event) => onChange(event.target.value)}
        onFocus={() => leave(false)}
        onBlur={() => leave(true)}
        count={{ max: maxLength, show: true }}
        autoSize={{ minRows: 3, maxRows: 10 }}
      />
      <div className="save-failed" role="status" id={said}>
        {isWrong && '请用文字写明，至少两个字'}
      </div>
      <TooLong text={value} max={maxLength} />
    </div>
  );
}
