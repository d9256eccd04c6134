import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import './search.css';

/** The search of the top bar; `/` leads to it from anywhere on the page. */
export function SearchBox() {
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const asked = pathname === '/search' ? (new URLSearchParams(search).get('q') ?? '') : '';
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const q = text.trim();
    if (q !== '') void navigate(`/search?q=${encodeURIComponent(q)}`);
  };
  return (
    <form className="search-box" role="search" onSubmit={submit}>
      <input
        ref={field}
        type="search"
        aria-label="检索机构、申请、检查、案件"
        placeholder="检索名称或编号（按 / 键）"
        maxLength={50}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit">检索</button>
    </form>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
