import { useEffect, useId, useRef, type ReactNode } from 'react';

interface ActPanelProps {
  readonly title: string;
  readonly onLater: () => void;
  readonly children: ReactNode;
}

/** The form of an act above what is known of the case; it takes the focus when it is opened. */
export function ActPanel({ title, onLater, children }: ActPanelProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="panel act-form" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <p>
        <button type="button" className="link-button" onClick={onLater}>
          暂不办理
        </button>{' '}
        <span className="muted">填写的内容自动保存在服务器上，以后可以接着办理。</span>
      </p>
    </section>
  );
}
