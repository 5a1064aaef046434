print(open("/app/settings").read())
