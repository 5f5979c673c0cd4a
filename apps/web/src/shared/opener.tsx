import { Button, type ButtonProps } from 'antd';
import { useId, useRef, useState, type ReactNode, type ToggleEvent } from 'react';

/** Room that what opens has at most, with a margin, in pixels. */
const WIDE = 300;

/**
 * A button that opens something small under it. The browser does the rest (HTML’s `popover`): Tab goes on in it, Escape or a click beside it
 * closes it, and the focus is back at the button.
 */
export function Opener({
  label,
  title,
  button: look,
  children,
}: {
  label: ReactNode;
  title: string;
  button: ButtonProps;
  children: ReactNode;
}) {
  const id = useId();
  // What was opened is looked at only while it is there: a page's words are said once.
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  function place({ currentTarget: { style }, newState }: ToggleEvent<HTMLElement>): void {
    if (newState !== 'open' || !button.current) return;
    setOpen(true);
    const { bottom, right } = button.current.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    style.top = `${bottom + window.scrollY + 6}px`;
    style.right = `${Math.max(8, Math.min(clientWidth - right, clientWidth - WIDE))}px`;
  }
  return (
    <>
      <Button {...look} ref={button} popoverTarget={id}>
        {label}
      </Button>
      <section
        id={id}
        popover="auto"
        className="opener"
        aria-label={title}
        onBeforeToggle={place}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && (
          <>
            <h3>{title}</h3>
            {children}
          </>
        )}
      </section>
    </>
  );
}
