import networkx

print(networkx.path_graph(3).size())
