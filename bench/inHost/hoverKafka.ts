import * as vscode from 'vscode';
import type { Model } from '../../src/extension/model/model';
import { ourExtension, startExtension } from './extension';
import { program } from './program';
import type { HoverTime, Hovers } from './report';
import { placeKey, timeHovers } from './timedHovers';
import { pause, until } from './waiting';

/** The files of the broker and of the clients that the shipped notes speak of. */
const files = [
  'core/src/main/scala/kafka/server/KafkaApis.scala',
  'core/src/main/scala/kafka/network/SocketServer.scala',
  'clients/src/main/java/org/apache/kafka/clients/producer/KafkaProducer.java',
  'clients/src/main/java/org/apache/kafka/clients/NetworkClient.java',
];
/** The share of a file's names that is pointed at: one of so many. */
const everyName = 40;
/** The milliseconds that a reader looks at a file before pointing at something. */
const look = 1000;

/**
 * Measures hovers in a window in which Kafka's source is all read: the reader points at annotated declarations, and at names all
 * over the files.
 */
export const run = program(async (): Promise<Hovers> => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  const times = timeHovers(ourExtension().extensionPath);
  const { model } = (await startExtension()).exports;
  await until('the whole tree is read', () => model.trees.active?.table.complete === true);
  const declarations: HoverTime[] = [];
  const names: HoverTime[] = [];
  let answered = 0;
  for (const file of files) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
    await vscode.window.showTextDocument(document);
    await until('the bindings of the file', () => model.bindings.ofFile(document.uri).length > 0);
    await pause(look);
    for (const position of annotated(model, document)) declarations.push((await hover(document, position, times)).time);
    for (const position of namesIn(document)) {
      const { time, said } = await hover(document, position, times);
      names.push(time);
      if (said) answered++;
    }
  }
  return { declarations, names, answered };
});

function annotated({ bindings }: Model, document: vscode.TextDocument): vscode.Position[] {
  const symbols = bindings.ofFile(document.uri).flatMap(({ target }) => (target.symbol === undefined ? [] : [target.symbol]));
  const places = symbols.map(({ nameRange: { start } }) => new vscode.Position(start.line, start.character));
  return [...new Map(places.map((place) => [`${place.line}:${place.character}`, place])).values()];
}

function namesIn(document: vscode.TextDocument): vscode.Position[] {
  const words = [...document.getText().matchAll(/\b[A-Za-z_]\w+\b/g)];
  return words.filter((_, index) => index % everyName === 0).map(({ index }) => document.positionAt(index));
}

async function hover(
  document: vscode.TextDocument,
  position: vscode.Position,
  times: Map<string, number>,
): Promise<{ time: HoverTime; said: boolean }> {
  const key = placeKey(document, position);
  times.delete(key);
  const start = performance.now();
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const inEditor = performance.now() - start;
  const inHost = times.get(key);
  if (inHost === undefined) throw new Error(`The extension was not asked for a hover at ${key}.`);
  return { time: { inHost, inEditor }, said: hovers.length > 0 };
}
