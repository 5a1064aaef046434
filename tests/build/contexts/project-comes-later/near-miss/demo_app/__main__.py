print("it starts")
