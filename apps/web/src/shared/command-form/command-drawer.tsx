import { Drawer } from 'antd';
import { nth } from '@srd/kernel';
import { CommandForm, type CommandFormProps } from './command-form';
import { useFocusBack } from '../focus-back';
import { useMessages } from '../messages';

function Form(props: CommandFormProps) {
  useFocusBack();
  return <CommandForm {...props} />;
}

/** A command's form beside the page. It stays open until the command is carried out or put away. */
export function CommandDrawer({ title, open, ...props }: CommandFormProps & { title: string; open: boolean }) {
  const message = useMessages();
  const { onDone, onCancel } = props;
  return (
    <Drawer
      title={title}
      open={open}
      size="large"
      destroyOnHidden
      onClose={onCancel}
      mask={{ closable: false }}
      closable={{ 'aria-label': '关闭' }}
    >
      {open && (
        <Form
          {...props}
          onDone={(answer) => {
            message.success(answer.repeated ? '此前已办理，未重复记录' : `已办理，现为第 ${nth(answer.revision)} 版`);
            return onDone(answer);
          }}
        />
      )}
    </Drawer>
  );
}
