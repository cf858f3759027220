// SPDX-License-Identifier: GPL-3.0-or-later
// An SMSC for tests on the npm package smpp, an implementation of the protocol that is not ours. node smsc.js '{"password":"…", …}'
// Prints a line of JSON for each thing that happens, the first {"event":"listening","port":N}. Rules (all optional):
//   password         binds with another one are refused with 0x0E
//   statuses         [88, 0, …]: the statuses of the first submits; later ones are 0
//   ids              "hex" (default) or "decimal"; receiptIds "same" (default) or "decimal": how they are spelled in a receipt's text
//   receipts         "after" (default), "before" (ahead of submit_sm_resp), "twice", "none"; receiptTlvs: true adds the TLVs
//   stat             "DELIVRD"
//   answerMs         how long a submit is left without an answer; silent: true never answers; dropAfter: N cuts the connection at the Nth
//   key, cert        PEM: TLS
//   port             0
'use strict';
const smpp = require('smpp');

const rules = JSON.parse(process.argv[2] || '{}');
const say = (event, more = {}) => process.stdout.write(JSON.stringify({ event, ...more }) + '\n');
let submits = 0;
let nextId = 0x1a2b3c;

function spelled(id, how) {
  return how === 'decimal' ? String(id).padStart(10, '0') : id.toString(16).toUpperCase();
}

function sendReceipt(session, submit, id) {
  const receipt = {
    source_addr: submit.destination_addr,
    destination_addr: submit.source_addr,
    esm_class: 4,
    short_message: Buffer.from(`id:${spelled(id, rules.receiptIds === 'decimal' ? 'decimal' : rules.ids)} sub:001 dlvrd:001 ` +
      `submit date:2603021200 done date:2603021201 stat:${rules.stat || 'DELIVRD'} err:000 text:`),
  };
  if (rules.receiptTlvs)
    Object.assign(receipt, { receipted_message_id: spelled(id, rules.ids), message_state: 2 });
  session.deliver_sm(receipt, (answer) => say('receipt_answered', { status: answer.command_status }));
}

function answer(session, pdu) {
  const number = ++submits;
  const status = (rules.statuses || [])[number - 1] || 0;
  const header = (pdu.short_message.udh || []).map((part) => part.toString('hex'));
  say('submit', {
    number, status, source: pdu.source_addr, source_ton: pdu.source_addr_ton, destination: pdu.destination_addr,
    dest_ton: pdu.dest_addr_ton, text: String(pdu.short_message.message), header, coding: pdu.data_coding, esm_class: pdu.esm_class,
    registered: pdu.registered_delivery, validity: pdu.validity_period ? String(pdu.validity_period.toISOString?.() ?? pdu.validity_period) : '',
    total: pdu.sar_total_segments, part: pdu.sar_segment_seqnum,
  });
  if (rules.dropAfter === number)
    return session.socket.destroy();
  if (rules.silent)
    return undefined;
  const id = nextId++;
  if (status)
    return session.send(pdu.response({ command_status: status }));
  if (rules.receipts === 'before')
    sendReceipt(session, pdu, id);
  session.send(pdu.response({ message_id: spelled(id, rules.ids) }));
  if (!rules.receipts || rules.receipts === 'after' || rules.receipts === 'twice')
    sendReceipt(session, pdu, id);
  if (rules.receipts === 'twice')
    sendReceipt(session, pdu, id);
  return undefined;
}

const server = smpp.createServer(rules.cert ? { key: rules.key, cert: rules.cert } : {}, (session) => {
  let waiting = 0;
  session.on('error', (error) => say('session_error', { message: error.message }));
  session.on('close', () => say('closed'));
  for (const bind of ['bind_transceiver', 'bind_transmitter', 'bind_receiver']) {
    session.on(bind, (pdu) => {
      const refused = rules.password !== undefined && pdu.password !== rules.password;
      say('bind', { command: bind, system_id: pdu.system_id, refused });
      session.send(pdu.response(refused ? { command_status: smpp.ESME_RINVPASWD } : { system_id: 'SIM' }));
    });
  }
  session.on('submit_sm', (pdu) => {
    say('window', { waiting: ++waiting });
    const now = () => { --waiting; answer(session, pdu); };
    if (rules.answerMs)
      setTimeout(now, rules.answerMs);
    else
      now();
  });
  session.on('enquire_link', (pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu) => {
    say('unbind');
    session.send(pdu.response());
    session.close();
  });
  session.on('unknown', (pdu) => say('unexpected', { command: pdu.command }));
});
server.on('error', (error) => say('server_error', { message: error.message }));
server.listen(rules.port || 0, '127.0.0.1', () => say('listening', { port: server.address().port }));
process.stdin.on('end', () => process.exit(0)); // the test is gone
process.stdin.resume();
