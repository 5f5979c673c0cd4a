import { Button, Popover } from 'antd';
import { useRef, useState, type ReactNode } from 'react';

/**
 * A button that opens something small. It stands right behind the button, where Tab goes next; whoever closes it by Escape is back at
 * the button.
 */
export function Opener({
  icon,
  label,
  title,
  children,
}: {
  icon: ReactNode;
  label: string;
  title: string;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const content = useRef<HTMLDivElement>(null);
  function change(next: boolean): void {
    if (!next && content.current?.contains(document.activeElement)) button.current?.focus();
    setOpen(next);
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={change}
      title={title}
      content={<div ref={content}>{children}</div>}
      getPopupContainer={(trigger) => trigger.parentElement ?? document.body}
    >
      <Button ref={button} icon={icon} aria-expanded={open}>
        {label}
      </Button>
    </Popover>
  );
}
