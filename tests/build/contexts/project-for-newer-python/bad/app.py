import wordcount

print(wordcount.count("one two"))
