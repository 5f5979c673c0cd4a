import {
  Metadata,
  status,
  type Server,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
} from '@grpc/grpc-js';
import { UsersService } from '@eventstore/db-client/generated/users_grpc_pb';
import * as users from '@eventstore/db-client/generated/users_pb';
import type { Records } from './records';

/**
 * Grpc/Users.*.cs: who isn't an administrator may do none of it; an account that isn't there is "not found", a second of one name a conflict. Where a reading of the server's own is
 * refused, nobody is told (UserManagementService, IODispatcher.ReadBackward with the "optimistic" handler).
 */
export function serveUsers(
  server: Server,
  passwords: Record<string, string>,
  records: Records,
  isAdministrator: (call: Metadata) => boolean,
  isMute: () => boolean,
): void {
  const denied = { code: status.PERMISSION_DENIED, details: 'Access Denied', metadata: exception('access-denied') };
  const missing = (name: string) => ({
    code: status.NOT_FOUND,
    details: `User '${name}' is not found.`,
    metadata: exception('user-not-found'),
  });
  server.addService(UsersService as never, {
    create(call: ServerUnaryCall<users.CreateReq, users.CreateResp>, done: sendUnaryData<users.CreateResp>) {
      const options = call.request.getOptions()!;
      const name = options.getLoginName();
      if (!isAdministrator(call.metadata)) return done(denied);
      if (passwords[name] !== undefined)
        return done({ code: status.FAILED_PRECONDITION, details: 'Conflict.', metadata: exception('user-conflict') });
      passwords[name] = options.getPassword();
      records.addUser(name, options.getGroupsList());
      done(null, new users.CreateResp());
    },
    resetPassword(
      call: ServerUnaryCall<users.ResetPasswordReq, users.ResetPasswordResp>,
      done: sendUnaryData<users.ResetPasswordResp>,
    ) {
      const options = call.request.getOptions()!;
      if (!isAdministrator(call.metadata)) return done(denied);
      if (passwords[options.getLoginName()] === undefined) return done(missing(options.getLoginName()));
      passwords[options.getLoginName()] = options.getNewPassword();
      done(null, new users.ResetPasswordResp());
    },
    details(call: ServerWritableStream<users.DetailsReq, users.DetailsResp>) {
      const name = call.request.getOptions()!.getLoginName();
      if (isMute()) return;
      if (!isAdministrator(call.metadata)) return void call.emit('error', denied);
      if (passwords[name] === undefined) return void call.emit('error', missing(name));
      const groups = [...records.groupsOf(name)];
      const found = new users.DetailsResp.UserDetails().setLoginName(name).setGroupsList(groups);
      call.write(new users.DetailsResp().setUserDetails(found));
      call.end();
    },
  });
}

function exception(kind: string): Metadata {
  const metadata = new Metadata();
  metadata.set('exception', kind);
  return metadata;
}
