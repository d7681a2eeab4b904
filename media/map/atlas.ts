import { buildMap } from '../../src/core/map/buildMap';
import { noNotes, type MapNotes, type MapTree } from '../../src/core/map/mapData';
import { eachNode, type MapNode } from '../../src/core/map/mapNode';

/** All nodes of the map as it is now, and which node contains which. */
export class Atlas {
  private readonly byId = new Map<string, MapNode>();
  private readonly parents = new Map<string, MapNode>();
  readonly root: MapNode;

  constructor(
    readonly tree: MapTree,
    readonly notes: MapNotes = noNotes,
    withTests = false,
  ) {
    this.root = buildMap(tree, notes, new Set(withTests ? ['main', 'test', 'generated'] : ['main']));
    for (const node of eachNode(this.root)) {
      this.byId.set(node.id, node);
      for (const child of node.children) this.parents.set(child.id, node);
    }
  }

  get nodes(): ReadonlyMap<string, MapNode> {
    return this.byId;
  }

  /** Returns the node of an id; where it is gone, the whole tree. */
  node(id: string): MapNode {
    return this.byId.get(id) ?? this.root;
  }

  parent({ id }: MapNode): MapNode | undefined {
    return this.parents.get(id);
  }

  /** Returns the path from the whole tree down to the node. */
  path(node: MapNode): readonly MapNode[] {
    const above = this.parent(node);
    return above === undefined ? [node] : [...this.path(above), node];
  }
}
